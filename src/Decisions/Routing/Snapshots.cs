using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>An agent, apart from what is held and what rings.</summary>
/// <param name="IdleSince">When the agent last became available or was last given or rid of a conversation.</param>
public sealed record AgentSnapshot(AgentProfile Profile, Presence Presence, Instant PresenceSince, Instant IdleSince)
{
    public long Agent => Profile.Agent;

    /// <summary>Offers missed since the agent last did anything.</summary>
    public int MissedInRow { get; init; }

    /// <summary>When the breather ends that lasts, if one does.</summary>
    public Instant? BreatherUntil { get; init; }

    /// <summary>Gone, and only here for what is still held.</summary>
    public bool Removed { get; init; }
}

/// <summary>A conversation that waits or rings.</summary>
/// <param name="WaitingSince">The original start of its waiting.</param>
public sealed record WaitingSnapshot(long Conversation, Matter Matter, Instant WaitingSince)
{
    public long? PreferredAgent { get; init; }

    public CallbackTerms? Callback { get; init; }

    /// <summary>Agents who declined it, or whom it is to avoid.</summary>
    public IReadOnlyCollection<long> Declined { get; init; } = [];

    /// <summary>Agents who let it ring.</summary>
    public IReadOnlyCollection<long> Missed { get; init; } = [];

    public Pause? Pause { get; init; }

    /// <summary>Who is kept free for it.</summary>
    public long? ReservedAgent { get; init; }

    /// <summary>How far it has come; null: as far as the clock says.</summary>
    public Stage? Stage { get; init; }
}

/// <summary>Agents who declined a conversation are left alone with it until then.</summary>
public sealed record Pause(long Number, Instant Until);

/// <summary>A conversation that is an agent's.</summary>
public sealed record AssignedSnapshot(long Conversation, long Agent, Matter Matter)
{
    /// <summary>When an agent last did something about it.</summary>
    public Instant TouchedAt { get; init; }

    /// <summary>Takes nothing of its agent until the customer writes.</summary>
    public bool Resting { get; init; }

    /// <summary>The customer has left and the agent wraps up.</summary>
    public bool WrappingUp { get; init; }

    /// <summary>When it will have waited for its customer for the channel's idle time; null when the customer waits.</summary>
    public Instant? IdleAt { get; init; }
}

/// <summary>An offer that rings.</summary>
/// <param name="ExpiresAt">When it will be missed; may have passed.</param>
public sealed record OfferSnapshot(Offer Offer, Instant ExpiresAt);
