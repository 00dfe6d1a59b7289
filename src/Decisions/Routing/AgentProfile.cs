using System.Collections.Immutable;

namespace Kanal.Decisions.Routing;

/// <summary>What an agent may take and can do. Not to be changed once given.</summary>
public sealed record AgentProfile(long Agent)
{
    /// <summary>Units; each conversation takes its channel's weight of them.</summary>
    public int Capacity { get; init; } = 100;

    /// <summary>Null: all.</summary>
    public IReadOnlySet<long>? Queues { get; init; }

    /// <summary>Levels 1 to 5, languages among them.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What is other than the channel's own rules.</summary>
    public IReadOnlyDictionary<string, ChannelAllowance> Channels { get; init; } = ImmutableDictionary<string, ChannelAllowance>.Empty;

    internal int WeightOf(ChannelRules channel) => Channels.GetValueOrDefault(channel.Channel)?.Weight ?? channel.Weight;

    internal int MaximumOf(ChannelRules channel) => Channels.GetValueOrDefault(channel.Channel)?.Maximum ?? channel.Maximum;

    internal bool Serves(IEnumerable<long> queues) => Queues is null || queues.Any(Queues.Contains);

    internal SkillNeed? FirstMissing(IReadOnlyList<SkillNeed> needs)
    {
        foreach (var need in needs)
        {
            if (Skills.GetValueOrDefault(need.Skill) < need.Level)
            {
                return need;
            }
        }

        return null;
    }

    /// <summary>Sum of the levels in what is needed.</summary>
    internal int LevelIn(IReadOnlyList<SkillNeed> needs)
    {
        var sum = 0;
        foreach (var need in needs)
        {
            sum += Skills.GetValueOrDefault(need.Skill);
        }

        return sum;
    }

    /// <summary>Skills that would be kept free by choosing somebody else.</summary>
    internal int SkillsBeyond(IReadOnlyList<SkillNeed> needs)
    {
        var beyond = Skills.Count;
        foreach (var need in needs)
        {
            beyond -= Skills.ContainsKey(need.Skill) ? 1 : 0;
        }

        return beyond;
    }
}

/// <param name="Weight">Null: the channel's.</param>
/// <param name="Maximum">Null: the channel's; 0: not allowed.</param>
public sealed record ChannelAllowance(int? Weight = null, int? Maximum = null);
