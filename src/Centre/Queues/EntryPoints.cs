using Kanal.Centre.Access;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Queues;

/// <summary>One concrete way in, and the queue it leads to.</summary>
public sealed record EntryPoint
{
    public required Id Id { get; init; }

    public required Id Site { get; init; }

    public required string SiteName { get; init; }

    public required string Channel { get; init; }

    /// <summary>Of the channel: a mailbox, a number. For chat the site's key; empty where none is connected yet.</summary>
    public required string Address { get; init; }

    public required Id Queue { get; init; }
}

public sealed record EntryPointRequest(Id Queue);

/// <summary>Which way in leads to which queue.</summary>
public sealed class EntryPoints(Database database, Audit audit, RoutingChange changes)
{
    const string Select = """
        select e.id, e.site_id as site, s.name as site_name, e.channel, e.address, e.queue_id as queue
        from entry_points e join sites s on s.id = e.site_id
        """;

    public Task<List<EntryPoint>> ListAsync(CancellationToken ct) => database.ReadAsync(sql => sql.QueryAsync<EntryPoint>($"{Select} order by s.name, e.channel, e.address, e.id"), ct);

    /// <summary>From now on what comes in here goes to this queue; what waits already stays where it is.</summary>
    public async Task<EntryPoint> ChangeAsync(Id id, EntryPointRequest request, Caller caller, CancellationToken ct)
    {
        var changed = await database.WriteAsync(async sql =>
        {
            if (await sql.FirstAsync<long>("select count(*) from queues where id = @Queue", request) == 0)
            {
                throw RefusedException.Invalid("queue", "There is no such queue.");
            }

            if (!await sql.ChangesOneAsync("update entry_points set queue_id = @Queue where id = @id", new { id, request.Queue }))
            {
                throw RefusedException.NotFound("entry point");
            }

            await audit.NoteAsync(sql, caller, "entryPoint.changed", id.ToString());
            return await sql.FirstAsync<EntryPoint>($"{Select} where e.id = @id", new { id });
        }, ct);
        changes.Tell(["entryPoints"]);
        return changed ?? throw RefusedException.NotFound("entry point");
    }
}
