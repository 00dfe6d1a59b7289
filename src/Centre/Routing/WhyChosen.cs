using Kanal.Centre.Conversations;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>Why an agent was chosen for a conversation, spelled out to be kept.</summary>
/// <param name="Load">Conversations of the kind the agent had in hand.</param>
/// <param name="Maximum">How many of the kind the agent may have at once.</param>
public sealed record WhyChosen(ChosenFor Chosen, int Load, int Maximum)
{
    const int Most = 50;

    /// <summary>Those who were not chosen, each with the first reason; who came closest stands first.</summary>
    public IReadOnlyList<PassedAgent> Passed { get; init; } = [];

    /// <summary>How many more were further off.</summary>
    public int More { get; init; }

    internal static WhyChosen Unknown { get; } = new(ChosenFor.FewestConversations, 0, 0);

    internal static async Task<WhyChosen> ReadAsync(Sql sql, Why why)
    {
        var names = (await sql.QueryAsync<NameRow>("select id, name from agents")).ToDictionary(row => row.Id.Value, row => row.Name);
        var passed = why.Explain();
        var skills = passed.Any(agent => agent.Skill is not null) ? await SkillBook.ListAsync(sql) : [];
        return new WhyChosen(why.Chosen, why.Load, why.Maximum)
        {
            Passed = [.. passed.Take(Most).Select(agent => new PassedAgent(new Person(new Id(agent.Agent), names.GetValueOrDefault(agent.Agent)), agent.For)
            {
                Has = agent.Has,
                Needed = agent.Needed,
                Skill = skills.Find(skill => skill.Id.ToString() == agent.Skill)?.Name ?? agent.Skill,
            })],
            More = Math.Max(0, passed.Count - Most),
        };
    }

    sealed record NameRow
    {
        public Id Id { get; init; }
        public string Name { get; init; } = "";
    }
}

/// <summary>An agent who was not chosen, with the first reason.</summary>
public sealed record PassedAgent(Person Agent, PassedFor For)
{
    /// <summary>What the agent had: a level, units in use, conversations in hand.</summary>
    public int Has { get; init; }

    /// <summary>What was needed of it.</summary>
    public int Needed { get; init; }

    /// <summary>The skill that was missing, by its name; a language as <c>language:da</c>.</summary>
    public string? Skill { get; init; }
}
