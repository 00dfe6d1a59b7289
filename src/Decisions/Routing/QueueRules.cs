using System.Collections.Immutable;
using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>What can be set about one queue.</summary>
public sealed record QueueRules(long Queue)
{
    /// <summary>Within which open time a conversation is to be answered, by channel; else the channel's.</summary>
    public IReadOnlyDictionary<string, Duration> Targets { get; init; } = ImmutableDictionary<string, Duration>.Empty;

    /// <summary>What its conversations are worth, 1 (ordinary) to 10.</summary>
    public int Value { get; init; } = 1;

    /// <summary>What its conversations need.</summary>
    public SkillSteps Steps { get; init; } = SkillSteps.Anyone;

    public IReadOnlyList<Overflow> Overflow { get; init; } = [];

    /// <summary>The share of the target from which on it is near.</summary>
    public double NearAt { get; init; } = 0.8;

    /// <summary>What is added to the value of a conversation whose target is near.</summary>
    public int RaiseWhenNear { get; init; }
}

/// <summary>After some open time the agents of another queue may take it too; it keeps its place and its own queue.</summary>
/// <param name="After">Zero: at once.</param>
public sealed record Overflow(Duration After, long ToQueue);
