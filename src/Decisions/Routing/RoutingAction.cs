using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>What the driver is to do. The state has already taken it as done.</summary>
public abstract record RoutingAction;

/// <summary>Ring one agent. The timer comes as an action of its own.</summary>
/// <param name="Queue">Where the conversation waits.</param>
/// <param name="ExpiresAt">When it will be missed.</param>
public sealed record MakeOffer(Offer Offer, long Queue, Instant ExpiresAt, Why Why) : RoutingAction;

/// <summary>Give a conversation to an agent without ringing.</summary>
public sealed record AssignTo(long Conversation, long Agent, Why Why) : RoutingAction;

/// <summary>Stop ringing: someone else has the conversation, the visitor left, or the agent did.</summary>
public sealed record WithdrawOffer(Offer Offer) : RoutingAction;

/// <summary>Stop ringing: nobody answered.</summary>
public sealed record MissOffer(Offer Offer) : RoutingAction;

/// <summary>Set an agent's presence, because offers went unanswered.</summary>
public sealed record SetPresence(long Agent, Presence Presence) : RoutingAction;

/// <summary>Hand <paramref name="Event"/> to the router at <paramref name="Due"/>, or at once when that has passed. It never needs cancelling.</summary>
public sealed record SetTimer(Instant Due, RoutingEvent Event) : RoutingAction;

/// <summary>A conversation has waited for its customer for long and takes nothing of its agent until they write. It stays the agent's.</summary>
public sealed record Rest(long Conversation, long Agent) : RoutingAction;

/// <summary>The customer of a resting conversation wrote, and its agent has room for it.</summary>
public sealed record Wake(long Conversation, long Agent) : RoutingAction;

/// <summary>The customer wrote and the agent is absent or has no room: the conversation waits in its queue again.</summary>
/// <param name="WaitingSince">When they wrote.</param>
/// <param name="Preferred">Whose it was.</param>
public sealed record Requeue(long Conversation, Instant WaitingSince, long Preferred) : RoutingAction;

/// <summary>Tell a team that a conversation has used most or all of the time within which it was to be answered.</summary>
public sealed record WarnOfTarget(long Conversation, long Queue, TargetStanding Standing) : RoutingAction;

public enum TargetStanding
{
    Near,
    Missed,
}
