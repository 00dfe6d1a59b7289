using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Centre.Waits;

namespace Kanal.Centre.Queues;

/// <summary>A queue at a glance.</summary>
public record QueueCounts
{
    public required Id Id { get; init; }
    public required string Name { get; init; }
    public required int Waiting { get; init; }
    public DateTimeOffset? LongestWaitSince { get; init; }

    /// <summary>Agents who serve it, or help it now, and can be offered something, apart from their capacity.</summary>
    public required int Available { get; init; }

    /// <summary>Agents who serve it, or help it now, and are there.</summary>
    public required int SignedIn { get; init; }

    /// <summary>What whoever joins one of its lines now can expect: one for each live channel that leads here.</summary>
    public IReadOnlyList<LineWait> Waits { get; init; } = [];

    /// <summary>The longest of its lines for whoever joins now, in seconds: 0 where somebody is free; null where nothing can be promised.</summary>
    public int? PredictedWaitSeconds => Waits.Count > 0 && Waits.All(wait => wait.PredictedWaitSeconds is not null) ? Waits.Max(wait => wait.PredictedWaitSeconds) : null;

    /// <summary>Of the last outcomes on all its lines, the share answered within the predicted time; null where there are none.</summary>
    public double? HitRate => Outcomes == 0 ? null : Waits.Sum(wait => (wait.HitRate ?? 0) * wait.Outcomes) / Outcomes;

    /// <summary>How many outcomes that is about.</summary>
    public int Outcomes => Waits.Sum(wait => wait.Outcomes);

    /// <summary>Whether one number is said on every line, rather than a range.</summary>
    public bool Trusted => Waits.Count > 0 && Waits.All(wait => wait.Trusted);

    /// <summary>What the next chat costs in value that is lost elsewhere, in the sites' money; null where nothing is known of values.</summary>
    public double? SlotPrice { get; init; }

    // By what the lists hold: who is told of changes must not be told of none.
    public virtual bool Equals(QueueCounts? other) =>
        other is not null && EqualityContract == other.EqualityContract
        && (Id, Name, Waiting, LongestWaitSince, Available, SignedIn) == (other.Id, other.Name, other.Waiting, other.LongestWaitSince, other.Available, other.SignedIn)
        && SlotPrice == other.SlotPrice && Waits.SequenceEqual(other.Waits);

    public override int GetHashCode() => HashCode.Combine(Id, Waiting, Available, SignedIn);
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
/// <param name="Sentence">For people.</param>
public sealed record StepWarning(int Step, IReadOnlyList<SkillNeeded> Needs, Sentence Sentence);

/// <summary>A queue as it is written.</summary>
/// <param name="Terms">Left out: as they are, or the usual ones for a new queue.</param>
/// <param name="Teams">Teams that serve it; left out: as they are.</param>
/// <param name="Version">The version that was read; the change is refused where there is a newer one.</param>
public sealed record QueueRequest(string Name, QueueTerms? Terms = null, IReadOnlyList<Id>? Teams = null, long? Version = null);
