using Kanal.Centre.Storage;

namespace Kanal.Centre.Findings;

/// <summary>What must never be, and what the watchdog looks for.</summary>
public enum FindingKind
{
    /// <summary>In hand, but in nobody's.</summary>
    WithoutOwner,

    /// <summary>The customer waits, and the agent who has it is gone.</summary>
    WithAbsentAgent,

    /// <summary>In the queue, but the router does not know of it.</summary>
    UnknownToRouter,

    /// <summary>The router gives it room, but it is closed.</summary>
    HeldButClosed,

    /// <summary>The customer has left long ago and nobody has wrapped up.</summary>
    EndlessWrapUp,

    /// <summary>It waits in a queue that nobody who works here serves.</summary>
    NobodyServesQueue,

    /// <summary>It waits for a skill that nobody who works here and serves its queue has at that level.</summary>
    NobodyHasSkill,
}

/// <summary>One thing that must not be.</summary>
public sealed record Finding
{
    public required FindingKind Kind { get; init; }
    public Id Conversation { get; init; }
    public Id? Queue { get; init; }
    public Id? Agent { get; init; }
    public DateTimeOffset? Since { get; init; }

    /// <summary>The same thing, whenever it is seen.</summary>
    internal (FindingKind, Id) Key => (Kind, Conversation);
}
