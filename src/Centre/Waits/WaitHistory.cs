using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>Begins the measures with what the database remembers: the last weeks as far as they fit, and what is open now.</summary>
public sealed class WaitHistory(Database database, WaitMeasures measures, WaitBoard board)
{
    // Some weeks of a busy team; read in a second or two while the server already serves.
    const int MostLines = 50_000;
    const int MostConversations = 20_000;

    /// <returns>Who waits now.</returns>
    internal async Task<List<Waiter>> ReadAsync(Instant now, CancellationToken ct)
    {
        var (closed, lines, open) = await database.ReadAsync(async sql => (
            await sql.QueryAsync<ClosedRow>("select queue_id, channel, agent_id, opened_at, ended_at, ended_by, id from conversations where state = 'closed' order by last_at desc limit @most", new { most = MostConversations }),
            await sql.QueryAsync<LineRow>("""
                select l.conversation_id, l.agent_id, l.event, l.happened_at, c.queue_id, c.channel from lines l join conversations c on c.id = l.conversation_id
                where l.kind = 'event' order by l.id desc limit @most
                """, new { most = MostLines }),
            await sql.QueryAsync<WaiterRow>($"select {Waiter.Columns}, c.agent_id from conversations c where c.state <> 'closed'")), ct);
        Replay(lines);
        Waited(closed, lines, now);
        Settle(open, now);
        return [.. open.Where(row => row.AgentId is null).Select(row => row.ToWaiter())];
    }

    /// <summary>What must have happened since we knew how things stand.</summary>
    internal async Task<List<RoutingEvent>> MissedAsync(CancellationToken ct)
    {
        var open = (await database.ReadAsync(sql => sql.QueryAsync<WaiterRow>($"select {Waiter.Columns}, c.agent_id from conversations c where c.state <> 'closed'"), ct)).ToDictionary(row => row.Id.Value);
        return
        [
            .. open.Values.Where(row => row.AgentId is null && board.Find(row.Id.Value) is null).Select(row => new ConversationQueued(row.Id.Value, row.QueueId.Value, row.Channel, row.SiteId.Value, row.ToWaiter().Since)),
            .. open.Values.Where(row => row.AgentId is not null && measures.Handle.LineOf(row.Id.Value) is null).Select(row => new ConversationTaken(row.Id.Value, row.AgentId?.Value ?? 0)),
            .. board.Waiting.Select(waiter => waiter.Conversation.Value).Where(gone => !open.ContainsKey(gone)).Select(gone => new ConversationWithdrawn(gone)),
            .. measures.Handle.Held.Where(gone => !open.ContainsKey(gone)).Select(gone => new ConversationEnded(gone)),
        ];
    }

    void Replay(List<LineRow> lines)
    {
        foreach (var line in lines.OrderBy(line => line.HappenedAt))
        {
            var (conversation, at) = (line.ConversationId, Instant.FromUnixTimeMilliseconds(line.HappenedAt));
            switch (Json.To<ConversationEvent>(line.Event))
            {
                case { Type: EventType.Assigned or EventType.Reopened } when line.AgentId is { } agent:
                    measures.Handle.Take(conversation, agent, line.Line, at);
                    break;
                case { Type: EventType.Transferred, To: { } colleague }:
                    measures.Handle.Take(conversation, colleague.Id.Value, line.Line, at);
                    break;
                case { Type: EventType.Transferred }:
                    measures.Handle.Release(conversation, finished: false, at);
                    break;
                case { Type: EventType.Closed }:
                    measures.Handle.Release(conversation, finished: true, at);
                    break;
                default:
                    break;
            }
        }
    }

    void Waited(List<ClosedRow> closed, List<LineRow> lines, Instant now)
    {
        var answered = new Dictionary<long, long>();
        foreach (var line in lines.Where(line => Json.To<ConversationEvent>(line.Event)?.Type == EventType.Assigned))
        {
            answered[line.ConversationId] = line.HappenedAt;
        }

        foreach (var row in closed.Where(row => WaitChannels.Live(row.Channel) && row.OpenedAt <= now.ToUnixTimeMilliseconds()))
        {
            var left = row is { AgentId: null, EndedBy: "visitor", EndedAt: not null };
            if ((left ? row.EndedAt : answered.TryGetValue(row.Id, out var at) ? at : null) is { } until)
            {
                measures.Patience.Start(row.Id, new WaitLine(row.QueueId, row.Channel), Instant.FromUnixTimeMilliseconds(row.OpenedAt));
                measures.Patience.End(row.Id, left, Instant.FromUnixTimeMilliseconds(until));
            }
        }
    }

    // What the lines did not tell is taken from how things stand.
    void Settle(List<WaiterRow> open, Instant now)
    {
        var held = open.Where(row => row.AgentId is not null).ToDictionary(row => row.Id.Value);
        foreach (var gone in measures.Handle.Held.Where(conversation => !held.ContainsKey(conversation)).ToList())
        {
            measures.Handle.Release(gone, finished: false, now);
        }

        foreach (var row in held.Values.Where(row => measures.Handle.LineOf(row.Id.Value) is null))
        {
            measures.Handle.Take(row.Id.Value, row.AgentId?.Value ?? 0, row.Line, now);
        }

        foreach (var row in open.Where(row => row.AgentId is null))
        {
            measures.Queued(row.ToWaiter(), now);
        }
    }

    sealed record ClosedRow
    {
        public long Id { get; init; }
        public long QueueId { get; init; }
        public string Channel { get; init; } = "";
        public long? AgentId { get; init; }
        public long OpenedAt { get; init; }
        public long? EndedAt { get; init; }
        public string? EndedBy { get; init; }
    }

    sealed record LineRow
    {
        public long ConversationId { get; init; }
        public long? AgentId { get; init; }
        public string? Event { get; init; }
        public long HappenedAt { get; init; }
        public long QueueId { get; init; }
        public string Channel { get; init; } = "";

        public WaitLine Line => new(QueueId, Channel);
    }
}
