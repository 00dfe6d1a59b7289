namespace Kanal.Decisions.Routing;

/// <summary>The agent declined; the next one is asked.</summary>
public sealed record OfferDeclined(Offer Offer) : RoutingEvent;
