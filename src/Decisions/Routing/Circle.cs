namespace Kanal.Decisions.Routing;

/// <summary>The agents who may take what stands in certain queues, comes on one channel and needs certain skills, and what waits for them.</summary>
sealed class Circle(int number, IReadOnlyList<long> queues, RoutedChannel channel, IReadOnlyList<SkillNeed> needs)
{
    int[] _ranks = [];

    public int Number => number;

    public RoutedChannel Channel => channel;

    public IReadOnlyList<long> Queues => queues;

    public IReadOnlyList<SkillNeed> Needs => needs;

    /// <summary>Agents by number.</summary>
    public BitSet Members { get; } = new();

    /// <summary>Somebody could be offered something now.</summary>
    public bool HasRoom => Members.Meets(channel.Fits);

    /// <summary>Lower is better: higher levels in what is needed, then fewer other skills.</summary>
    public int RankOf(int agent) => _ranks[agent];

    /// <summary>The same, by number.</summary>
    public ReadOnlySpan<int> Ranks => _ranks;

    /// <summary>By tier; none of them is empty.</summary>
    public List<WaitingClass>[] Classes { get; } = [[], [], [], []];

    public void Judge(RoutedAgent agent)
    {
        if (_ranks.Length <= agent.Number)
        {
            Array.Resize(ref _ranks, agent.Number + 16);
        }

        var profile = agent.Profile;
        _ranks[agent.Number] = RankOf(profile, needs);
        var member = !agent.Removed && profile.Serves(queues) && profile.MaximumOf(channel.Rules) > 0 && profile.FirstMissing(needs) is null;
        Members.Set(agent.Number, member);
        agent.Circles.Set(number, member);
    }

    public void Forget(RoutedAgent agent)
    {
        Members.Remove(agent.Number);
        agent.Circles.Remove(number);
    }

    public static int RankOf(AgentProfile profile, IReadOnlyList<SkillNeed> needs) => ((short.MaxValue - profile.LevelIn(needs)) << 16) + profile.SkillsBeyond(needs);
}
