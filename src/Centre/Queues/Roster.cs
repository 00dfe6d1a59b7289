using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Queues;

/// <summary>Everyone who works here, with what they serve and what they can do.</summary>
sealed class Roster
{
    Roster(List<OnDuty> agents) => Agents = agents;

    /// <summary>By name.</summary>
    public IReadOnlyList<OnDuty> Agents { get; }

    /// <param name="left">Those who have left, in place of those who are here.</param>
    public static async Task<Roster> ReadAsync(Sql sql, bool left = false)
    {
        var queues = (await sql.QueryAsync<ServesRow>("select m.agent_id, t.queue_id from team_members m join team_queues t on t.team_id = m.team_id")).ToLookup(row => row.AgentId, row => row.QueueId);
        var skills = (await sql.QueryAsync<SkillRow>("select agent_id, skill, level from agent_skills")).ToLookup(row => row.AgentId);
        var everyLanguage = (await sql.QueryAsync<string>("select languages from sites")).SelectMany(languages => Json.To<string[]>(languages) ?? []).Distinct().ToList();
        var agents = await sql.QueryAsync<AgentRow>("select id, name, languages, presence from agents where active = @here order by name, id", new { here = !left });
        return new Roster(agents.ConvertAll(row => new OnDuty(row.Id, row.Presence)
        {
            Queues = queues.Contains(row.Id) ? queues[row.Id].ToHashSet() : null,
            Skills = Skills(Json.To<string[]>(row.Languages) is { Length: > 0 } own ? own : everyLanguage, skills[row.Id]),
        }));
    }

    /// <summary>Languages at the usual level, and over them what has a level of its own.</summary>
    public static Dictionary<string, int> Skills(IEnumerable<string> languages, IEnumerable<AgentSkill> set)
    {
        var skills = new Dictionary<string, int>();
        foreach (var language in languages)
        {
            skills[SkillName.OfLanguage(language)] = SkillName.UsualLevel;
        }

        foreach (var skill in set)
        {
            skills[skill.Skill] = skill.Level;
        }

        return skills;
    }

    static Dictionary<string, int> Skills(IEnumerable<string> languages, IEnumerable<SkillRow> rows) => Skills(languages, rows.Select(row => new AgentSkill(row.Skill, row.Level)));

    sealed record AgentRow
    {
        public Id Id { get; init; }
        public string Languages { get; init; } = "[]";
        public Presence Presence { get; init; }
    }

    sealed record ServesRow
    {
        public Id AgentId { get; init; }
        public Id QueueId { get; init; }
    }

    sealed record SkillRow
    {
        public Id AgentId { get; init; }
        public string Skill { get; init; } = "";
        public int Level { get; init; }
    }
}

/// <summary>An agent as a queue sees them.</summary>
sealed record OnDuty(Id Id, Presence Presence)
{
    /// <summary>Null for one who serves them all.</summary>
    public IReadOnlySet<Id>? Queues { get; init; }

    public required IReadOnlyDictionary<string, int> Skills { get; init; }

    public bool Serves(Id queue) => Queues is null || Queues.Contains(queue);

    public bool Meets(SkillNeeded need) => need.Skill == SkillName.Language
        ? Skills.Any(skill => SkillName.LanguageOf(skill.Key) is not null && skill.Value >= need.Level)
        : Skills.GetValueOrDefault(need.Skill) >= need.Level;
}
