namespace Kanal.Decisions.Routing;

/// <summary>Stop ringing: nobody answered.</summary>
public sealed record MissOffer(Offer Offer) : RoutingAction;
