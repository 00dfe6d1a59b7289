using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>A strategy that was published.</summary>
public record StrategyVersion
{
    /// <summary>From 1; 0 is the built-in one, which held before.</summary>
    public required long Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Why, in the words of whoever published it.</summary>
    public string? Note { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The name as it was then.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>The earlier version that this one brought back.</summary>
    public long? Restores { get; init; }

    /// <summary>Against the version before.</summary>
    public StrategyChanges Changes { get; init; } = new();
}

/// <summary>A version with all that it says.</summary>
public sealed record WholeVersion : StrategyVersion
{
    public required StrategyDefinition Definition { get; init; }

    /// <summary>What can be said against it today.</summary>
    public required IReadOnlyList<StrategyProblem> Problems { get; init; }
}

/// <summary>What is being written. Visitors see nothing of it.</summary>
public sealed record StrategyDraft
{
    public required StrategyDefinition Definition { get; init; }

    /// <summary>Give it back with the next change, which is refused where somebody else has written meanwhile.</summary>
    public required long Revision { get; init; }

    /// <summary>The version that was live when it was begun.</summary>
    public required long BasedOn { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string ChangedBy { get; init; }

    /// <summary>Against the live version.</summary>
    public required StrategyChanges Changes { get; init; }

    public required IReadOnlyList<StrategyProblem> Problems { get; init; }
}

/// <summary>All that there is of a site's strategy.</summary>
/// <param name="Channels">What rules can offer here.</param>
public sealed record SiteStrategy(WholeVersion Live, StrategyDraft? Draft, IReadOnlyList<string> Channels, StrategySettings Settings);
