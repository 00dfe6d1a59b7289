namespace Kanal.Decisions.Routing;

/// <summary>A channel under the rules in force, with the agents who could take one more of it. Sets hold agents' numbers.</summary>
sealed class RoutedChannel(int number, ChannelRules rules)
{
    ushort[] _counts = [];

    public int Number => number;

    public ChannelRules Rules => rules;

    public bool Interruptible { get; } = rules.Interruptible;

    public long Target { get; } = Math.Max(1, rules.Target.BclCompatibleTicks);

    /// <summary>May be offered one now.</summary>
    public BitSet Fits { get; } = new();

    /// <summary>Available, and kept from one by nothing but lighter work.</summary>
    public BitSet Lighter { get; } = new();

    /// <summary>How many each agent has in hand or ringing, resting ones apart.</summary>
    public ReadOnlySpan<ushort> Counts => _counts;

    public ushort CountOf(int agent) => _counts[agent];

    public void Reserve(int agents)
    {
        if (_counts.Length < agents)
        {
            Array.Resize(ref _counts, Math.Max(agents, 2 * _counts.Length));
        }
    }

    public void Count(int agent, int change) => _counts[agent] = (ushort)(_counts[agent] + change);
}
