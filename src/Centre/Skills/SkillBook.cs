using Kanal.Centre.Access;
using Kanal.Centre.Live;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Skills;

/// <summary>The skills that queues can ask for.</summary>
public sealed class SkillBook(Database database, Audit audit, DeskFeed desks, IdSource ids)
{
    const int LongestName = 60;
    const int LongestDescription = 300;
    const int Most = 200;

    public Task<List<Skill>> ListAsync(CancellationToken ct) => database.ReadAsync(ListAsync, ct);

    internal static Task<List<Skill>> ListAsync(Sql sql) => sql.QueryAsync<Skill>("select id, name, description from skills order by name, id");

    public Task<Skill> AddAsync(SkillRequest request, Caller caller, CancellationToken ct) => WriteAsync(ids.Next(), "skill.added", request, caller, async (sql, skill) =>
    {
        if (await sql.FirstAsync<long>("select count(*) from skills") >= Most)
        {
            throw RefusedException.Conflict("too-many-skills", $"There are {Most} skills already; nobody can keep more apart.");
        }

        await sql.ExecuteAsync("insert into skills (id, name, folded, description) values (@Id, @Name, @folded, @Description)",
            new { skill.Id, skill.Name, folded = Folding.Fold(skill.Name), skill.Description });
    }, ct);

    public Task<Skill> ChangeAsync(Id id, SkillRequest request, Caller caller, CancellationToken ct) => WriteAsync(id, "skill.changed", request, caller, async (sql, skill) =>
    {
        if (!await sql.ChangesOneAsync("update skills set name = @Name, folded = @folded, description = @Description where id = @Id",
            new { skill.Id, skill.Name, folded = Folding.Fold(skill.Name), skill.Description }))
        {
            throw RefusedException.NotFound("skill");
        }
    }, ct);

    /// <exception cref="RefusedException"><c>in-use</c>: a queue's or a topic's steps ask for it.</exception>
    public async Task RemoveAsync(Id id, Caller caller, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var name = await sql.FirstAsync<string>("select name from skills where id = @id", new { id }) ?? throw RefusedException.NotFound("skill");
            if (await StepUse.OfSkillAsync(sql, id.ToString()) is { } place)
            {
                throw RefusedException.Conflict("in-use", $"{place} asks for \"{name}\". Take it out there first.");
            }

            await sql.ExecuteAsync("delete from agent_skills where skill = @skill", new { skill = id.ToString() });
            await sql.ExecuteAsync("delete from skills where id = @id", new { id });
            await audit.NoteAsync(sql, caller, "skill.removed", name);
        }, ct);
        Tell();
    }

    async Task<Skill> WriteAsync(Id id, string what, SkillRequest request, Caller caller, Func<Sql, Skill, Task> write, CancellationToken ct)
    {
        var faults = new Faults();
        var skill = new Skill { Id = id, Name = faults.Line("name", request.Name, LongestName), Description = faults.Text("description", request.Description, LongestDescription).Trim() };
        faults.ThrowIfAny();
        skill = await database.WriteAsync(async sql =>
        {
            if (await sql.FirstAsync<long>("select count(*) from skills where folded = @folded and id <> @id", new { folded = Folding.Fold(skill.Name), id }) > 0)
            {
                throw new RefusedException(Refusal.Conflict, "name-taken", "There is a skill with this name already.") { Errors = new() { ["name"] = ["There is a skill with this name already."] } };
            }

            var written = request.Description is null ? skill with { Description = await sql.FirstAsync<string>("select description from skills where id = @id", new { id }) ?? "" } : skill;
            await write(sql, written);
            await audit.NoteAsync(sql, caller, what, id.ToString());
            return written;
        }, ct);
        Tell();
        return skill;
    }

    void Tell() => desks.Tell("settings", new SettingsChanged("skills"));
}
