namespace Kanal.Decisions.Routing;

/// <summary>A timer: the offer has rung long enough.</summary>
public sealed record OfferTimedOut(Offer Offer) : RoutingEvent;
