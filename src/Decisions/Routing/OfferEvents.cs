namespace Kanal.Decisions.Routing;

/// <summary>The agent accepted. Ignored when the offer has ended; what the database accepted all the same is a <see cref="ConversationTaken"/>.</summary>
public sealed record OfferAccepted(Offer Offer) : RoutingEvent;

/// <summary>The agent declined; the next one is asked.</summary>
public sealed record OfferDeclined(Offer Offer) : RoutingEvent;

/// <summary>A timer: the offer has rung long enough.</summary>
public sealed record OfferTimedOut(Offer Offer) : RoutingEvent;
