using Kanal.Centre.Storage;

namespace Kanal.Centre.Queues;

/// <summary>A queue at a glance.</summary>
public sealed record QueueCounts
{
    public required Id Id { get; init; }
    public required string Name { get; init; }
    public required int Waiting { get; init; }
    public DateTimeOffset? LongestWaitSince { get; init; }

    /// <summary>Agents who can be offered something, apart from their capacity.</summary>
    public required int Available { get; init; }

    public required int SignedIn { get; init; }
}

public sealed class QueueBoard(Database database)
{
    public Task<List<QueueCounts>> ReadAsync(CancellationToken ct) => database.ReadAsync(sql => sql.QueryAsync<QueueCounts>(
        """
        select q.id, q.name,
            (select count(*) from conversations c where c.queue_id = q.id and c.state = 'queued') as waiting,
            (select min(coalesce(c.waiting_since, c.queued_at)) from conversations c where c.queue_id = q.id and c.state = 'queued') as longest_wait_since,
            (select count(*) from agents a where a.active = true and a.presence = 'available') as available,
            (select count(*) from agents a where a.active = true and a.presence <> 'offline') as signed_in
        from queues q order by q.name
        """), ct);
}
