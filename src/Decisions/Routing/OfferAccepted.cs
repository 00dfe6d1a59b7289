namespace Kanal.Decisions.Routing;

/// <summary>The agent accepted. Ignored when the offer has ended; what the database accepted all the same is a <see cref="ConversationTaken"/>.</summary>
public sealed record OfferAccepted(Offer Offer) : RoutingEvent;
