using Kanal.Centre.Storage;

namespace Kanal.Centre.Queues;

/// <summary>A queue at a glance.</summary>
public record QueueCounts
{
    public required Id Id { get; init; }
    public required string Name { get; init; }
    public required int Waiting { get; init; }
    public DateTimeOffset? LongestWaitSince { get; init; }

    /// <summary>Agents who serve it and can be offered something, apart from their capacity.</summary>
    public required int Available { get; init; }

    /// <summary>Agents who serve it and are there.</summary>
    public required int SignedIn { get; init; }
}

/// <summary>A queue with all that is set about it.</summary>
public sealed record Queue : QueueCounts
{
    public required QueueTerms Terms { get; init; }

    /// <summary>Teams that name it.</summary>
    public required IReadOnlyList<Id> Teams { get; init; }

    /// <summary>Agents who serve it, by name: those of its teams, and those whose teams name no queue.</summary>
    public required IReadOnlyList<Id> ServedBy { get; init; }

    /// <summary>Steps that nobody who serves it can meet.</summary>
    public required IReadOnlyList<StepWarning> Warnings { get; init; }

    /// <summary>Grows with every change.</summary>
    public required long Version { get; init; }
}

/// <summary>A step that nobody can meet; conversations only wait in it.</summary>
/// <param name="Step">Its place, from 0.</param>
/// <param name="Sentence">For people, in English.</param>
public sealed record StepWarning(int Step, IReadOnlyList<SkillNeeded> Needs, string Sentence);

/// <summary>A queue as it is written.</summary>
/// <param name="Terms">Left out: as they are, or the usual ones for a new queue.</param>
/// <param name="Teams">Teams that serve it; left out: as they are.</param>
/// <param name="Version">The version that was read; the change is refused where there is a newer one.</param>
public sealed record QueueRequest(string Name, QueueTerms? Terms = null, IReadOnlyList<Id>? Teams = null, long? Version = null);
