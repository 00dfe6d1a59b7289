using Kanal.Centre.Prices;
using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Queues;

/// <summary>Who waits where, and who is there for them.</summary>
public sealed class QueueBoard(Database database, WaitBoard waits, LivePrices prices, TimeProvider time)
{
    public async Task<List<QueueCounts>> ReadAsync(CancellationToken ct)
    {
        var lines = await waits.ByQueueAsync();
        var priced = prices.All().ToDictionary(line => line.Queue);
        return (await CountAsync(ct)).ConvertAll(queue => queue with { Waits = [.. lines[queue.Id]], SlotPrice = priced.GetValueOrDefault(queue.Id) is { } line ? Math.Round(line.Price, 2) : null });
    }

    Task<List<QueueCounts>> CountAsync(CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var waiting = await WaitingAsync(sql);
        var present = (await sql.QueryAsync<PresentRow>(
            """
            select a.id, a.presence, t.queue_id from agents a
            left join team_members m on m.agent_id = a.id
            left join team_queues t on t.team_id = m.team_id
            where a.active = true and a.presence <> 'offline'
            """)).GroupBy(row => row.Id, (_, rows) => new Present(rows.First().Presence, [.. rows.Select(row => row.QueueId).OfType<Id>()])).ToList();
        var help = (await HelpBook.NowAsync(sql, time.GetUtcNow())).ToLookup(one => one.Queue, one => one.From);
        return (await sql.QueryAsync<QueueRow>("select id, name from queues order by name, id"))
            .ConvertAll(row => Count(row, waiting, present.FindAll(agent => agent.Serves(row.Id) || help[row.Id].Any(agent.Serves))));
    }, ct);

    static QueueCounts Count(QueueRow queue, Dictionary<Id, WaitingRow> waiting, List<Present> serving) => new()
    {
        Id = queue.Id,
        Name = queue.Name,
        Waiting = waiting.GetValueOrDefault(queue.Id)?.Waiting ?? 0,
        LongestWaitSince = waiting.GetValueOrDefault(queue.Id)?.Since,
        Available = serving.Count(agent => agent.Presence == Presence.Available),
        SignedIn = serving.Count,
    };

    static async Task<Dictionary<Id, WaitingRow>> WaitingAsync(Sql sql) => (await sql.QueryAsync<WaitingRow>(
        "select queue_id, count(*) as waiting, min(coalesce(waiting_since, queued_at)) as since from conversations where state <> 'closed' and state = 'queued' group by queue_id")).ToDictionary(row => row.QueueId);

    // Who is in no team that names a queue serves them all.
    sealed record Present(Presence Presence, HashSet<Id> Queues)
    {
        public bool Serves(Id queue) => Queues.Count == 0 || Queues.Contains(queue);
    }

    sealed record QueueRow
    {
        public Id Id { get; init; }
        public string Name { get; init; } = "";
    }

    sealed record WaitingRow
    {
        public Id QueueId { get; init; }
        public int Waiting { get; init; }
        public DateTimeOffset? Since { get; init; }
    }

    sealed record PresentRow
    {
        public Id Id { get; init; }
        public Presence Presence { get; init; }
        public Id? QueueId { get; init; }
    }
}
