using Kanal.Centre.Access;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Queues;

/// <summary>Which queues are helped by whom, and until when.</summary>
public sealed class HelpBook(Database database, Audit audit, RoutingChange changes, TimeProvider time)
{
    const string Kind = "queues";

    /// <summary>Who helps a queue now, those who end first at the top.</summary>
    public async Task<List<QueueHelp>> OfAsync(Id queue, CancellationToken ct) =>
        (await database.ReadAsync(sql => NowAsync(sql, time.GetUtcNow()), ct)).FindAll(help => help.Queue == queue);

    public async Task<QueueHelp> BeginAsync(Id queue, HelpRequest request, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var help = await database.WriteAsync(async sql =>
        {
            var queues = await QueueBook.RowsAsync(sql);
            if (!queues.Exists(one => one.Id == queue))
            {
                throw RefusedException.NotFound("queue");
            }

            var from = queues.Find(one => one.Id == request.From);
            var faults = new Faults();
            faults.AddIf(from is null || from.Id == queue, "from", "This should be another queue.");
            faults.AddIf(request.Minutes is < 5 or > 720, "minutes", "Help is given for 5 minutes to 12 hours.");
            faults.ThrowIfAny();
            var until = now.AddMinutes(request.Minutes);
            await sql.ExecuteAsync("""
                insert into queue_help (queue_id, from_id, begun_at, until_at) values (@queue, @From, @now, @until)
                on conflict (queue_id, from_id) do update set until_at = excluded.until_at
                """, new { queue, request.From, now, until });
            await audit.NoteAsync(sql, caller, "queue.help-begun", $"{queue}: {request.From} until {until:u}");
            return (await NowAsync(sql, now)).Find(one => one.Queue == queue && one.From == request.From);
        }, ct);
        changes.Tell([Kind]);
        return help ?? throw RefusedException.NotFound("queue");
    }

    public async Task EndAsync(Id queue, Id from, Caller caller, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            if (!await sql.ChangesOneAsync("delete from queue_help where queue_id = @queue and from_id = @from and until_at > @now", new { queue, from, now = time.GetUtcNow() }))
            {
                throw RefusedException.NotFound("help");
            }

            await audit.NoteAsync(sql, caller, "queue.help-ended", $"{queue}: {from}");
        }, ct);
        changes.Tell([Kind]);
    }

    /// <summary>Takes off what is over.</summary>
    /// <returns>When the next one is.</returns>
    internal async Task<DateTimeOffset?> EndDueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (ended, next) = await database.WriteAsync(async sql => (
            await sql.ExecuteAsync("delete from queue_help where until_at <= @now", new { now }),
            await sql.FirstAsync<DateTimeOffset?>("select until_at from queue_help order by until_at limit 1")), ct);
        if (ended > 0)
        {
            changes.Tell([Kind]);
        }

        return next;
    }

    /// <summary>All that goes on, by its end.</summary>
    internal static Task<List<QueueHelp>> NowAsync(Sql sql, DateTimeOffset now) => sql.QueryAsync<QueueHelp>(
        """
        select h.queue_id as queue, h.from_id as "from", q.name as from_name, h.begun_at, h.until_at as until
        from queue_help h join queues q on q.id = h.from_id where h.until_at > @now order by h.until_at, h.from_id
        """, new { now });
}
