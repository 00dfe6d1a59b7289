using Kanal.Centre.Access;
using Kanal.Centre.Routing;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Centre.Teams;

namespace Kanal.Centre.Queues;

/// <summary>Makes and changes queues.</summary>
public sealed class QueueAdministration(Database database, QueueBook book, Audit audit, RoutingChange changes, IdSource ids, TimeProvider time)
{
    const int LongestName = 60;
    const int Most = 200;

    public async Task<Queue> CreateAsync(QueueRequest request, Caller caller, CancellationToken ct)
    {
        var id = ids.Next();
        await WriteAsync(id, request, caller, "queue.added", async (sql, name, terms, queues) =>
        {
            if (queues.Count >= Most)
            {
                throw RefusedException.Conflict("too-many-queues", $"There are {Most} queues already.");
            }

            await sql.ExecuteAsync("insert into queues (id, name, rules, created_at, version) values (@id, @name, @rules, @now, 1)",
                new { id, name, rules = Json.From(terms ?? new QueueTerms()), now = time.GetUtcNow() });
        }, ct);
        return await book.GetAsync(id, ct);
    }

    public async Task<Queue> ChangeAsync(Id id, QueueRequest request, Caller caller, CancellationToken ct)
    {
        await WriteAsync(id, request, caller, "queue.changed", async (sql, name, terms, queues) =>
        {
            var before = queues.Find(queue => queue.Id == id) ?? throw RefusedException.NotFound("queue");
            if ((request.Version ?? before.Version) != before.Version
                || !await sql.ChangesOneAsync("update queues set name = @name, rules = @rules, version = version + 1 where id = @id and version = @Version",
                    new { id, name, rules = terms is null ? before.Rules : Json.From(terms), before.Version }))
            {
                throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this queue meanwhile. Look at what it is now, then change it again.");
            }
        }, ct);
        return await book.GetAsync(id, ct);
    }

    async Task WriteAsync(Id id, QueueRequest request, Caller caller, string what, Func<Sql, string, QueueTerms?, List<QueueRow>, Task> write, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var queues = await QueueBook.RowsAsync(sql);
            var faults = new Faults();
            var name = faults.Line("name", request.Name, LongestName);
            faults.AddIf(queues.Exists(queue => queue.Id != id && Folding.Fold(queue.Name) == Folding.Fold(name)), "name", "There is a queue with this name already.");
            var terms = request.Terms is null ? null : new TermsCheck(faults, id, queues, await SkillBook.ListAsync(sql)).Read(request.Terms);
            if (request.Teams is { } given)
            {
                var known = (await sql.QueryAsync<Id>("select id from teams")).ToHashSet();
                faults.AddIf(given.Any(team => !known.Contains(team)), "teams", "There is no such team.");
            }

            faults.ThrowIfAny();
            await write(sql, name, terms, queues);
            if (request.Teams is { } teams)
            {
                await TeamBook.TouchAsync(sql, await sql.QueryAsync<Id>("select team_id from team_queues where queue_id = @id", new { id }), teams.ToHashSet());
                await sql.ExecuteAsync("delete from team_queues where queue_id = @id", new { id });
                await sql.ExecuteAsync("insert into team_queues (team_id, queue_id) values (@team, @id)", teams.Distinct().Select(team => new { team, id }));
            }

            await audit.NoteAsync(sql, caller, what, id.ToString());
        }, ct);
        changes.Tell(["queues", "teams"]);
    }
}
