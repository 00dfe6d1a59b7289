using Kanal.Centre.Conversations;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Waits;

/// <summary>Promises as they are on disk.</summary>
public sealed class PromiseBook(Database database)
{
    const string Columns = """
        id, conversation_id as conversation, site_id as site, queue_id as queue, channel, kind, made_at, mean_seconds, point_seconds, low_seconds, high_seconds, by_at, ahead,
        outcome, waited_seconds, closed_at
        """;

    /// <summary>Latest first.</summary>
    /// <param name="before">The cursor of an earlier page.</param>
    public async Task<List<WaitPromise>> ListAsync(Id? queue, PromiseOutcome? outcome, Id? before, int limit, CancellationToken ct) =>
        await database.ReadAsync(sql => sql.QueryAsync<WaitPromise>(
            $"""
            select {Columns} from promises
            where (@queue is null or queue_id = @queue) and (@outcome is null or outcome = @outcome) and (@before is null or id < @before)
            order by id desc limit @limit
            """, new { queue = queue?.Value, outcome = outcome?.Text(), before = before?.Value, limit }), ct);

    internal Task<List<WaitPromise>> OpenAsync(CancellationToken ct) =>
        database.ReadAsync(sql => sql.QueryAsync<WaitPromise>($"select {Columns} from promises where outcome = 'open'"), ct);

    /// <summary>The last outcomes of every line, as many as trust looks at.</summary>
    internal Task<List<WaitPromise>> OutcomesAsync(DateTimeOffset now, CancellationToken ct) =>
        database.ReadAsync(sql => sql.QueryAsync<WaitPromise>(
            $"""
            select * from (select {Columns}, row_number() over (partition by queue_id, channel order by closed_at desc) as place
                from promises where closed_at >= @since and kind <> 'now') latest where place <= @most
            """, new { since = now - WaitTrust.Age, most = 2 * WaitTrust.Outcomes }), ct);

    internal Task WriteAsync(IReadOnlyList<WaitPromise> promises, LeaseTerm term, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        await term.CheckAsync(sql);
        foreach (var it in promises)
        {
            await sql.ExecuteAsync(
                """
                insert into promises (id, site_id, conversation_id, queue_id, channel, kind, made_at, mean_seconds, point_seconds, low_seconds, high_seconds, by_at, ahead, outcome, waited_seconds, closed_at)
                values (@Id, @Site, @Conversation, @Queue, @Channel, @kind, @MadeAt, @MeanSeconds, @PointSeconds, @LowSeconds, @HighSeconds, @ByAt, @Ahead, @outcome, @WaitedSeconds, @ClosedAt)
                on conflict (conversation_id) do update set kind = excluded.kind, mean_seconds = excluded.mean_seconds, point_seconds = excluded.point_seconds,
                    low_seconds = excluded.low_seconds, high_seconds = excluded.high_seconds, by_at = excluded.by_at, ahead = excluded.ahead,
                    outcome = excluded.outcome, waited_seconds = excluded.waited_seconds, closed_at = excluded.closed_at
                """, new
            {
                it.Id,
                it.Site,
                it.Conversation,
                it.Queue,
                it.Channel,
                kind = it.Kind.Text(),
                it.MadeAt,
                it.MeanSeconds,
                it.PointSeconds,
                it.LowSeconds,
                it.HighSeconds,
                it.ByAt,
                it.Ahead,
                outcome = it.Outcome.Text(),
                it.WaitedSeconds,
                it.ClosedAt,
            });
        }
    }, ct);

    /// <summary>How the wait ended that a promise was about; null where nothing is known, or a letter is still unanswered.</summary>
    internal Task<WaitEnd?> EndOfAsync(WaitPromise promise, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        if (promise.Kind == PromiseKind.ByClock && await sql.FirstAsync<DateTimeOffset?>("select answered_at from conversations where id = @Conversation", new { promise.Conversation }) is { } answered)
        {
            return new WaitEnd(true, answered);
        }

        if (promise.Kind == PromiseKind.ByClock)
        {
            var closed = await sql.FirstAsync<DateTimeOffset?>("select closed_at from conversations where id = @Conversation and state = 'closed'", new { promise.Conversation });
            return closed is { } over ? new WaitEnd(false, over) : null;
        }

        var lines = await sql.QueryAsync<Line>("select event, happened_at from lines where conversation_id = @Conversation and kind = 'event' order by id", new { promise.Conversation });
        var assigned = lines.Find(line => line.HappenedAt >= promise.MadeAt && Json.To<ConversationEvent>(line.Event) is { Type: EventType.Assigned } or { Type: EventType.Transferred, To: not null });
        if (assigned is not null)
        {
            return new WaitEnd(true, assigned.HappenedAt);
        }

        var ended = await sql.FirstAsync<DateTimeOffset?>("select coalesce(ended_at, closed_at) from conversations where id = @Conversation", new { promise.Conversation });
        return ended is { } at ? new WaitEnd(false, at) : null;
    }, ct);
}

sealed record WaitEnd(bool Answered, DateTimeOffset At);
