using Kanal.Centre.Queues;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Wallboards;

/// <summary>How all queues and people stand at this moment: everything at first, then only what has changed.</summary>
public sealed record Wallboard
{
    /// <summary>True where nothing is left out; what was known before is to be forgotten.</summary>
    public required bool Complete { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>By name.</summary>
    public IReadOnlyList<QueueStanding>? Queues { get; init; }

    /// <summary>By name, those who have left not among them.</summary>
    public IReadOnlyList<AgentStanding>? Agents { get; init; }

    /// <summary>The last hour, oldest first; afterwards single minutes as they change.</summary>
    public IReadOnlyList<MinuteCount>? Minutes { get; init; }

    /// <summary>What needs somebody now, the worst first; always all of it.</summary>
    public IReadOnlyList<Alert>? Alerts { get; init; }

    /// <summary>For an agent: no alerts, and of others only who they are and whether they are there. Null where nothing of it is for them.</summary>
    internal Wallboard? For(Id agent) => this is { Complete: false, Queues: null, Agents: null, Minutes: null }
        ? null
        : this with { Alerts = null, Agents = Agents is null ? null : [.. Agents.Select(one => one.Id == agent ? one : one with { InHand = null, Live = null, Interruptible = null, Capacity = null, Resting = null })] };
}

/// <summary>One queue.</summary>
public sealed record QueueStanding
{
    public required Id Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Conversations without an agent.</summary>
    public required int Waiting { get; init; }

    /// <summary>Since when the one that needs an answer first has waited.</summary>
    public DateTimeOffset? LongestSince { get; init; }

    /// <summary>When the target of that one runs out.</summary>
    public DateTimeOffset? LongestDueAt { get; init; }

    /// <summary>Which one that is.</summary>
    public Id? Longest { get; init; }

    /// <summary>Customers without an answer who have used most of their time.</summary>
    public required int Near { get; init; }

    /// <summary>Customers without an answer whose time is over.</summary>
    public required int Overdue { get; init; }

    /// <summary>Conversations in hand.</summary>
    public required int InHand { get; init; }

    /// <summary>Customers in line for a call now.</summary>
    public required int CallbacksDue { get; init; }

    /// <summary>Customers who are to be called later.</summary>
    public required int CallbacksPlanned { get; init; }

    /// <summary>What whoever comes now can expect, in seconds; null while nothing honest can be said.</summary>
    public int? PredictedWaitSeconds { get; init; }

    /// <summary>Of such predictions, the share that came true; null while there are none.</summary>
    public double? HitRate { get; init; }

    /// <summary>How many predictions that is about.</summary>
    public int Outcomes { get; init; }

    /// <summary>What the next chat costs in value that is lost elsewhere, in the sites' money; null where nothing is known of values.</summary>
    public double? SlotPrice { get; init; }

    /// <summary>Agents who serve it, or help it now, and can be offered something.</summary>
    public required int Available { get; init; }

    /// <summary>Agents who serve it, or help it now, and are there.</summary>
    public required int SignedIn { get; init; }

    /// <summary>Whose agents help it now, and until when.</summary>
    public required IReadOnlyList<QueueHelp> Help { get; init; }

    /// <summary>Of a hundred customers, how many are to be answered within their target.</summary>
    public required int Goal { get; init; }

    public required ServiceLevel Today { get; init; }

    public required ServiceLevel HalfHour { get; init; }
}

/// <summary>Answered within target over offered, with what it was counted from.</summary>
/// <param name="Offered">Customers who came and whose fate is known: answered, left, or still waiting when their time was over.</param>
/// <param name="Answered">Those who were answered, in time or not.</param>
/// <param name="Within">Those who were answered within their target.</param>
/// <param name="Abandoned">Those who left without an answer.</param>
/// <param name="SpeedOfAnswer">Mean wait of the answered, in seconds of open time; null where nobody was.</param>
public sealed record ServiceLevel(int Offered, int Answered, int Within, int Abandoned, int? SpeedOfAnswer = null);

/// <summary>One agent.</summary>
public sealed record AgentStanding
{
    public required Id Id { get; init; }
    public required string Name { get; init; }
    public required Presence Presence { get; init; }
    public required DateTimeOffset PresenceSince { get; init; }
    /// <summary>Conversations in hand. This and what follows is null for an agent who asks about somebody else.</summary>
    public int? InHand { get; init; }

    /// <summary>Units taken by work that goes on now.</summary>
    public int? Live { get; init; }

    /// <summary>Units taken by work that can be put aside.</summary>
    public int? Interruptible { get; init; }

    /// <summary>Units there are.</summary>
    public int? Capacity { get; init; }

    /// <summary>Conversations in hand that wait for the customer and take no units.</summary>
    public int? Resting { get; init; }
}

/// <summary>What happened in one minute.</summary>
/// <param name="At">Its beginning.</param>
public sealed record MinuteCount(DateTimeOffset At, int Arrived, int Answered, int Ended);

public enum AlertKind
{
    /// <summary>Customers wait whose time is over.</summary>
    TargetMissed,

    /// <summary>Customers wait and nobody who serves the queue is available.</summary>
    NobodyAvailable,

    /// <summary>A customer waits in a queue that nobody who works here serves.</summary>
    NobodyServesQueue,

    /// <summary>A customer waits for a skill that nobody who works here and serves the queue has at that level.</summary>
    NobodyHasSkill,

    /// <summary>A customer has left long ago and nobody has wrapped up.</summary>
    EndlessWrapUp,

    /// <summary>Customers have used most of their time.</summary>
    TargetNear,
}

/// <summary>Something that needs somebody.</summary>
/// <param name="Conversation">The one to look at first.</param>
/// <param name="Count">How many it is about.</param>
/// <param name="Since">Since when it has been so.</param>
public sealed record Alert(AlertKind Kind, int Count, Id? Queue = null, Id? Conversation = null, DateTimeOffset? Since = null);
