namespace Kanal.Decisions.Routing;

/// <summary>Stop ringing: someone else has the conversation, the visitor left, or the agent did.</summary>
public sealed record WithdrawOffer(Offer Offer) : RoutingAction;
