using Kanal.Centre.Letters;
using Kanal.Centre.Orders;
using Kanal.Centre.Storage;
using Kanal.Centre.Wallboards;

namespace Kanal.Centre.Conversations;

/// <summary>The lists of conversations, and each of them.</summary>
public sealed class ConversationList(Database database, VisitorsOnline visitors, AnswerTargets targets)
{
    const string Select = """
        select c.id, c.site_id, s.name as site_name, c.queue_id, c.state, c.channel, c.language, c.topic_id, t.name as topic_name, c.outcome,
            c.customer_id, u.name as customer_name, c.agent_id, a.name as agent_name, c.opened_at, c.closed_at, c.queued_at, c.waiting_since, c.answered_at, c.target_seconds, c.value,
            c.last_from, c.last_text, c.last_at, c.last_sequence, c.read_by_agent, c.read_by_visitor, c.facts, c.rating, c.rating_comment,
            cb.number as call_number, coalesce(cb.kind, 'keepPlace') as call_kind, coalesce(cb.state, '') as call_state, cb.slot_at as call_slot_at,
            coalesce(cb.not_before, 0) as call_not_before, coalesce(cb.attempts, 0) as call_attempts,
            cb.state = 'open' and c.state = 'queued' and exists (select 1 from offers o where o.conversation_id = c.id and o.state = 'pending') as call_offered,
            (select t.subject from letters t where t.conversation_id = c.id and t.subject <> '' and t.kind <> 'acknowledgement' and t.became <> 'bounce' order by t.id desc limit 1) as subject,
            (select min(l.address) from legs l where l.conversation_id = c.id and l.address is not null) as address
        from conversations c
        join sites s on s.id = c.site_id
        join customers u on u.id = c.customer_id
        left join agents a on a.id = c.agent_id
        left join topics t on t.id = c.topic_id
        left join callbacks cb on cb.conversation_id = c.id
        """;

    public Task<List<ConversationSummary>> ReadAsync(ConversationQuery query, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var rows = new List<ConversationRow>();
        foreach (var part in query.Parts)
        {
            rows.AddRange(await sql.QueryAsync<ConversationRow>($"{Select} where {part}", query.Parameters));
        }

        return query.Merged(rows).Select(Summary).ToList();
    }, ct);

    public Task<ConversationSummary?> FindAsync(Id conversation, CancellationToken ct) => database.ReadAsync(async sql => await RowAsync(sql, conversation) is { } row ? Summary(row) : null, ct);

    /// <param name="agent">Whose draft comes with it.</param>
    public Task<Conversation?> OpenAsync(Id conversation, Id? agent, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        if (await RowAsync(sql, conversation) is not { } row)
        {
            return null;
        }

        var journey = await sql.QueryAsync<PageView>("select page, title, seen_at as at from page_views where conversation_id = @conversation order by id desc limit 50", new { conversation });
        var legs = await sql.QueryAsync<Leg>("select channel, address, opened_at from legs where conversation_id = @conversation order by id", new { conversation });
        var draft = await sql.FirstAsync<string>("select text from drafts where conversation_id = @conversation and agent_id = @agent", new { conversation, agent });
        return row.ToConversation(Online(conversation), journey, legs, draft ?? "") with
        {
            DueAt = DueAt(row),
            Orders = await OrderList.OfConversationAsync(sql, conversation),
            Participants = await Participants.OfAsync(sql, conversation),
        };
    }, ct);

    ConversationSummary Summary(ConversationRow row) => row.ToSummary(Online(row.Id)) with { DueAt = DueAt(row) };

    DateTimeOffset? DueAt(ConversationRow row) => row.OwedSince is { } since ? targets.DueAt(row.SiteId, row.QueueId, row.Channel, row.TargetSeconds, since) : null;

    bool Online(Id conversation) => visitors.IsHere(conversation);

    static Task<ConversationRow?> RowAsync(Sql sql, Id conversation) => sql.FirstAsync<ConversationRow>($"{Select} where c.id = @conversation", new { conversation });
}
