using System.Collections.Immutable;

namespace Kanal.Decisions.Routing;

/// <summary>What an agent has in hand and ringing.</summary>
/// <param name="Live">Units of live work.</param>
/// <param name="Interruptible">Units of interruptible work.</param>
/// <param name="Resting">Conversations that take nothing until their customers write.</param>
public sealed record AgentLoad(int Live, int Interruptible, int Capacity, int Resting)
{
    /// <summary>Conversations by channel, resting ones apart.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The conversation that nothing else is given for.</summary>
    public long? KeptFreeFor { get; init; }

    /// <summary>All conversations in hand and ringing that take units.</summary>
    public int Conversations => Counts.Values.Sum();
}
