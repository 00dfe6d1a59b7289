using Kanal.Centre.Storage;

namespace Kanal.Centre.Wallboards;

/// <summary>How the wait for an answer ended.</summary>
public enum DemandEnding
{
    /// <summary>With a word from us; a call, with an agent on the line.</summary>
    Answered,

    /// <summary>The customer left before that.</summary>
    Abandoned,

    /// <summary>An agent closed it without a word, as one does with spam; it counts nowhere.</summary>
    Withdrawn,
}

/// <summary>Somebody came to a queue for an answer: with a new conversation, with one that was closed, or handed on from elsewhere.</summary>
sealed record Demand
{
    public required Id Id { get; init; }
    public required Id ConversationId { get; init; }
    public required Id QueueId { get; init; }
    public required Id SiteId { get; init; }
    public required string Channel { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>Within how much open time an answer was promised, in milliseconds.</summary>
    public required long Target { get; init; }

    /// <summary>In seconds, where the menu's rule said so, whatever its queue promises.</summary>
    public int? OwnTarget { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
    public DemandEnding? Ending { get; init; }

    /// <summary>Open time from beginning to end, in milliseconds.</summary>
    public long? Waited { get; init; }

    /// <summary>The clock time at which the target runs out; null where it never does.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The clock time from which it counts as near.</summary>
    public DateTimeOffset? NearAt { get; init; }

    /// <summary>When the day on which it began is over, in its site's time zone.</summary>
    public DateTimeOffset DayEnds { get; init; }

    public bool IsWithin => Ending == DemandEnding.Answered && Waited < Target;

    public bool IsOverdue(DateTimeOffset now) => Ending is null && DueAt <= now;

    public bool IsNear(DateTimeOffset now) => Ending is null && NearAt <= now && !IsOverdue(now);
}
