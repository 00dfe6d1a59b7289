using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Teams;

/// <summary>The teams: who is in them, and which queues they serve.</summary>
public sealed class TeamBook(Database database, Audit audit, PresenceBook presences, DeskFeed desks, IdSource ids)
{
    const int LongestName = 60;
    const int Most = 200;

    public Task<List<Team>> ListAsync(CancellationToken ct) => database.ReadAsync(ListAsync, ct);

    public async Task<Team> AddAsync(TeamRequest request, Caller caller, CancellationToken ct)
    {
        var id = ids.Next();
        return await WriteAsync(id, request, "team.added", caller, async (sql, name) =>
        {
            if (await sql.FirstAsync<long>("select count(*) from teams") >= Most)
            {
                throw RefusedException.Conflict("too-many-teams", $"There are {Most} teams already.");
            }

            await sql.ExecuteAsync("insert into teams (id, name, folded, version) values (@id, @name, @folded, 1)", new { id, name, folded = Folding.Fold(name) });
        }, ct);
    }

    public Task<Team> ChangeAsync(Id id, TeamRequest request, Caller caller, CancellationToken ct) => WriteAsync(id, request, "team.changed", caller, async (sql, name) =>
    {
        var version = await sql.FirstAsync<long?>("select version from teams where id = @id", new { id }) ?? throw RefusedException.NotFound("team");
        if ((request.Version ?? version) != version
            || !await sql.ChangesOneAsync("update teams set name = @name, folded = @folded, version = version + 1 where id = @id and version = @version", new { id, name, folded = Folding.Fold(name), version }))
        {
            throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this team meanwhile. Look at what it is now, then change it again.");
        }
    }, ct);

    /// <summary>Its members stay; they serve what their other teams serve, or everything.</summary>
    public async Task RemoveAsync(Id id, Caller caller, CancellationToken ct)
    {
        var members = await database.WriteAsync(async sql =>
        {
            var name = await sql.FirstAsync<string>("select name from teams where id = @id", new { id }) ?? throw RefusedException.NotFound("team");
            var left = await sql.QueryAsync<Id>("select agent_id from team_members where team_id = @id", new { id });
            await sql.ExecuteAsync("delete from team_members where team_id = @id", new { id });
            await sql.ExecuteAsync("delete from team_queues where team_id = @id", new { id });
            await sql.ExecuteAsync("delete from teams where id = @id", new { id });
            await audit.NoteAsync(sql, caller, "team.removed", name);
            return await AgentsAsync(sql, left);
        }, ct);
        Tell(members);
    }

    /// <summary>What was changed from the other side, at an agent or a queue: whoever looked at one of these teams before has seen another one.</summary>
    internal static Task TouchAsync(Sql sql, IReadOnlyCollection<Id> before, IReadOnlyCollection<Id> after) =>
        sql.ExecuteAsync("update teams set version = version + 1 where id = @team", before.Except(after).Concat(after.Except(before)).Select(team => new { team }));

    static async Task<List<Team>> ListAsync(Sql sql)
    {
        var members = (await sql.QueryAsync<Member>("select m.team_id, m.agent_id as id from team_members m join agents a on a.id = m.agent_id order by a.name, a.id")).ToLookup(row => row.TeamId, row => row.Id);
        var queues = (await sql.QueryAsync<Member>("select t.team_id, t.queue_id as id from team_queues t join queues q on q.id = t.queue_id order by q.name, q.id")).ToLookup(row => row.TeamId, row => row.Id);
        return (await sql.QueryAsync<Row>("select id, name, version from teams order by name, id"))
            .ConvertAll(row => new Team { Id = row.Id, Name = row.Name, Members = [.. members[row.Id]], Queues = [.. queues[row.Id]], Version = row.Version });
    }

    async Task<Team> WriteAsync(Id id, TeamRequest request, string what, Caller caller, Func<Sql, string, Task> write, CancellationToken ct)
    {
        var faults = new Faults();
        var name = faults.Line("name", request.Name, LongestName);
        faults.ThrowIfAny();
        var (team, touched) = await database.WriteAsync(async sql =>
        {
            if (await sql.FirstAsync<long>("select count(*) from teams where folded = @folded and id <> @id", new { folded = Folding.Fold(name), id }) > 0)
            {
                throw new RefusedException(Refusal.Conflict, "name-taken", "There is a team with this name already.") { Errors = new() { ["name"] = ["There is a team with this name already."] } };
            }

            await write(sql, name);
            var before = await sql.QueryAsync<Id>("select agent_id from team_members where team_id = @id", new { id });
            await FillAsync(sql, id, request);
            await audit.NoteAsync(sql, caller, what, id.ToString());
            var now = (await ListAsync(sql)).Find(one => one.Id == id) ?? throw RefusedException.NotFound("team");
            return (now, await AgentsAsync(sql, before.Union(now.Members)));
        }, ct);
        Tell(touched);
        return team;
    }

    static async Task FillAsync(Sql sql, Id id, TeamRequest request)
    {
        var faults = new Faults();
        if (request.Members is { } members)
        {
            await CheckAsync(sql, faults, "members", "agents", "There is no such agent.", members);
            await sql.ExecuteAsync("delete from team_members where team_id = @id", new { id });
            await sql.ExecuteAsync("insert into team_members (team_id, agent_id) values (@id, @member)", members.Distinct().Select(member => new { id, member }));
        }

        if (request.Queues is { } queues)
        {
            await CheckAsync(sql, faults, "queues", "queues", "There is no such queue.", queues);
            var before = await sql.QueryAsync<Id>("select queue_id from team_queues where team_id = @id", new { id });
            // Whoever looked at one of these queues before has seen another one.
            await sql.ExecuteAsync("update queues set version = version + 1 where id = @queue", before.Except(queues).Concat(queues.Except(before)).Select(queue => new { queue }));
            await sql.ExecuteAsync("delete from team_queues where team_id = @id", new { id });
            await sql.ExecuteAsync("insert into team_queues (team_id, queue_id) values (@id, @queue)", queues.Distinct().Select(queue => new { id, queue }));
        }
    }

    static async Task CheckAsync(Sql sql, Faults faults, string field, string table, Sentence sentence, IReadOnlyList<Id> wanted)
    {
        var known = (await sql.QueryAsync<Id>($"select id from {table}")).ToHashSet();
        faults.AddIf(wanted.Any(id => !known.Contains(id)), field, sentence);
        faults.ThrowIfAny();
    }

    static async Task<List<Agent>> AgentsAsync(Sql sql, IEnumerable<Id> agents)
    {
        var read = new List<Agent>();
        foreach (var agent in agents)
        {
            read.Add(await AgentDirectory.ReadAsync(sql, agent));
        }

        return read;
    }

    void Tell(List<Agent> agents)
    {
        agents.ForEach(presences.Tell);
        desks.Tell("settings", new SettingsChanged("teams"));
        desks.Tell("settings", new SettingsChanged("queues"));
    }

    sealed record Row
    {
        public Id Id { get; init; }
        public string Name { get; init; } = "";
        public long Version { get; init; }
    }

    sealed record Member
    {
        public Id TeamId { get; init; }
        public Id Id { get; init; }
    }
}
