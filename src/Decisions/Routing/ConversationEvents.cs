using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>
/// A conversation needs an agent: a new one, or one that an agent gave back or left behind. One that already waits keeps its place.
/// </summary>
/// <param name="Queue">Where it waits; its position is counted there.</param>
/// <param name="Site">Whose opening hours its waiting counts in.</param>
/// <param name="WaitingSince">When its waiting began; when queued again, the original start.</param>
public sealed record ConversationQueued(long Conversation, long Queue, string Channel, long Site, Instant WaitingSince) : RoutingEvent
{
    /// <summary>What it is worth, 1 is ordinary; null for the queue's.</summary>
    public int? Value { get; init; }

    /// <summary>Within which open time it is to be answered; null for the queue's.</summary>
    public Duration? Target { get; init; }

    /// <summary>What it needs; null for the queue's.</summary>
    public SkillSteps? Steps { get; init; }

    /// <summary>Asked first, when there is room.</summary>
    public long? PreferredAgent { get; init; }

    /// <summary>Asked last, as though already declined: the one who gave it back.</summary>
    public long? NotAgent { get; init; }

    /// <summary>When to call, for a callback at a time; null for one that keeps its place in the line.</summary>
    public CallbackTerms? Callback { get; init; }

    /// <summary>See <see cref="Matter.Language"/>.</summary>
    public string? Language { get; init; }

    internal Matter Matter => new(Queue, Channel, Site) { Value = Value, Target = Target, Steps = Steps, Language = Language };
}

/// <summary>A conversation needs nobody any more: the visitor left or it was closed. Holds wherever the conversation is by now.</summary>
public sealed record ConversationWithdrawn(long Conversation) : RoutingEvent;

/// <summary>
/// A conversation is this agent's: taken from the queue by hand, transferred, or accepted in the database before we knew.
/// May exceed the limits; then nothing more comes until there is room again.
/// </summary>
public sealed record ConversationTaken(long Conversation, long Agent) : RoutingEvent
{
    /// <summary>What it is; needed where <see cref="RoutingState.Knows"/> says that the router has not heard of it.</summary>
    public Matter? Matter { get; init; }
}

/// <summary>The customer has left and the agent still owes the rest: it keeps its units until it ends, and rests no more.</summary>
public sealed record WrapUpStarted(long Conversation) : RoutingEvent;

/// <summary>An assigned conversation, wrap-up included, takes no more of its agent. One that waits is left waiting.</summary>
public sealed record ConversationEnded(long Conversation) : RoutingEvent;

/// <summary>An agent wrote in a conversation: from now on it waits for the customer.</summary>
public sealed record AgentReplied(long Conversation) : RoutingEvent;

/// <summary>The customer wrote, and the message before was not theirs: from now on they wait.</summary>
public sealed record CustomerWrote(long Conversation) : RoutingEvent;
