using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Skills;

/// <summary>Who can do what, one skill of one agent at a time, so that two who fill in the same table don't undo each other's work.</summary>
public sealed class AgentSkills(Database database, Audit audit, PresenceBook presences, DeskFeed desks)
{
    /// <param name="level">1 to 5; 0 takes the skill away.</param>
    public async Task<Agent> SetAsync(Id agent, string skill, int level, Caller caller, CancellationToken ct)
    {
        var changed = await database.WriteAsync(async sql =>
        {
            await AgentDirectory.ReadAsync(sql, agent);
            var faults = new Faults();
            Check(faults, [new AgentSkill(skill, Math.Max(1, level))], await SkillBook.ListAsync(sql));
            faults.AddIf(level < 0, "level", "A level is 1 to 5; 0 takes the skill away.");
            faults.ThrowIfAny();
            await sql.ExecuteAsync("delete from agent_skills where agent_id = @agent and skill = @skill", new { agent, skill });
            await InsertAsync(sql, agent, level > 0 ? [new AgentSkill(skill, level)] : []);
            await audit.NoteAsync(sql, caller, "agent.skill-set", agent.ToString());
            return await AgentDirectory.ReadAsync(sql, agent);
        }, ct);
        presences.Tell(changed);
        desks.Tell("settings", new SettingsChanged("agents"));
        return changed;
    }

    internal static void Check(Faults faults, IReadOnlyList<AgentSkill> skills, IReadOnlyList<Skill> known)
    {
        foreach (var skill in skills)
        {
            faults.AddIf(!SkillName.Exists(skill?.Skill, known), "skills", $"There is no skill \"{skill?.Skill}\".");
            faults.AddIf(skill?.Level is < 1 or > SkillName.MostLevels, "skills", $"A level is 1 to {SkillName.MostLevels}, not {skill?.Level}.");
        }

        faults.AddIf(skills.GroupBy(skill => skill?.Skill).Any(same => same.Count() > 1), "skills", "A skill is named twice.");
    }

    internal static async Task ReplaceAsync(Sql sql, Id agent, IReadOnlyList<AgentSkill> skills)
    {
        await sql.ExecuteAsync("delete from agent_skills where agent_id = @agent", new { agent });
        await InsertAsync(sql, agent, skills);
    }

    static Task<int> InsertAsync(Sql sql, Id agent, IReadOnlyList<AgentSkill> skills) =>
        sql.ExecuteAsync("insert into agent_skills (agent_id, skill, level) values (@agent, @Skill, @Level)", skills.Select(skill => new { agent, skill.Skill, skill.Level }));
}
