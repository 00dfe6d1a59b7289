using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Messages on their way from one conversation to another, in the caller's transaction.</summary>
public sealed class MessageCopies(IdSource ids, TimeProvider time)
{
    /// <summary>An empty conversation like this one, in the same hands.</summary>
    internal async Task<Id> OpenAsync(Sql sql, MovingRow like)
    {
        var id = ids.Next();
        var state = like is { State: ConversationState.Assigned, AgentId: not null } ? ConversationState.Assigned : ConversationState.Queued;
        await sql.ExecuteAsync("""
            insert into conversations (id, site_id, queue_id, customer_id, state, channel, language, agent_id, menu_kept, facts, visitor, opened_at, queued_at, waiting_since, last_at, last_sequence, read_by_agent, read_by_visitor)
            select @id, site_id, queue_id, customer_id, @state, channel, language, case when @state = 'assigned' then agent_id end, true, facts, null, @now, @now, null, @now, 0, 0, 0 from conversations where id = @like
            """, new { id, state = state.Text(), now = time.GetUtcNow(), like = like.Id });
        foreach (var leg in await sql.QueryAsync<Id>("select id from legs where conversation_id = @Id order by id", new { like.Id }))
        {
            await sql.ExecuteAsync("insert into legs (id, site_id, conversation_id, entry_point_id, channel, address, opened_at) select @leg, site_id, @id, entry_point_id, channel, address, opened_at from legs where id = @from",
                new { leg = ids.Next(), id, from = leg });
        }

        await sql.ExecuteAsync("insert into participants (conversation_id, address, name, role, added_at) select @id, address, name, role, added_at from participants where conversation_id = @like", new { id, like = like.Id });
        return id;
    }

    internal async Task<Id> MoveAsync(Sql sql, MoveKind kind, MovingRow from, Id to, List<long> sequences, Person agent)
    {
        var now = time.GetUtcNow();
        var move = ids.Next(now);
        await sql.ExecuteAsync("insert into moves (id, kind, from_id, to_id, agent_id, before_state, moved_at) values (@move, @kind, @from, @to, @agent, @before, @now)",
            new { move, kind = kind.Text(), from = from.Id, to, agent = agent.Id, before = Json.From(from), now });
        // Held against the journal, which gives out places too.
        await sql.ExecuteAsync("update conversations set last_sequence = last_sequence where id = @to", new { to });
        var first = await sql.FirstAsync<long>("select last_sequence from conversations where id = @to", new { to });
        var last = first;
        foreach (var sequence in sequences)
        {
            last++;
            await sql.ExecuteAsync("""
                insert into messages (conversation_id, sequence, client_id, author, agent_id, channel, text, files, sent_at, letter_id)
                select @to, @last, client_id || @mark, author, agent_id, channel, text, files, sent_at, letter_id from messages where conversation_id = @from and sequence = @sequence
                """, new { to, last, mark = $"~{move}", from = from.Id, sequence });
            await sql.ExecuteAsync("""
                insert into message_cards (conversation_id, author, client_id, card)
                select @to, k.author, k.client_id || @mark, k.card from message_cards k join messages m on m.conversation_id = k.conversation_id and m.author = k.author and m.client_id = k.client_id
                where m.conversation_id = @from and m.sequence = @sequence
                """, new { to, mark = $"~{move}", from = from.Id, sequence });
            await sql.ExecuteAsync("""
                insert into moved_messages (move_id, from_sequence, to_sequence, letter_id) select @move, @sequence, @last, letter_id from messages where conversation_id = @from and sequence = @sequence
                """, new { move, sequence, last, from = from.Id });
        }

        await sql.ExecuteAsync("update letters set conversation_id = @to where id in (select letter_id from moved_messages where move_id = @move and letter_id is not null)", new { to, move });
        await sql.ExecuteAsync("""
            insert into participants (conversation_id, address, name, role, added_at) select @to, address, name, role, @now from participants where conversation_id = @from
            on conflict (conversation_id, address) do nothing
            """, new { to, now, from = from.Id });
        // What was read stays read, as far as nothing unread stands before it there.
        await sql.ExecuteAsync("update conversations set read_by_agent = read_by_agent + @read where id = @to and read_by_agent = @first",
            new { to, first, read = sequences.TakeWhile(sequence => sequence <= from.ReadByAgent).Count() });
        await RecountAsync(sql, to);
        await RecountAsync(sql, from.Id);
        return move;
    }

    internal static Task ReturnLettersAsync(Sql sql, Id move, Id to) =>
        sql.ExecuteAsync("update letters set conversation_id = @to where id in (select letter_id from moved_messages where move_id = @move and letter_id is not null)", new { to, move });

    /// <summary>It goes on elsewhere.</summary>
    internal async Task CloseAsync(Sql sql, MovingRow row)
    {
        var now = time.GetUtcNow();
        await sql.ExecuteAsync("update conversations set state = 'closed', closed_at = coalesce(closed_at, @now), ended_at = coalesce(ended_at, @now), waiting_since = null, last_agent_id = coalesce(agent_id, last_agent_id), read_by_agent = last_sequence where id = @Id", new { row.Id, now });
        await sql.ExecuteAsync("update offers set state = 'withdrawn', ended_at = @now where conversation_id = @Id and state = 'pending'", new { row.Id, now });
    }

    /// <summary>One that was closed goes on as the other one stood.</summary>
    internal static Task TakeOverAsync(Sql sql, MovingRow from, Id to) => sql.ExecuteAsync("""
        update conversations set state = @state, agent_id = @AgentId, queued_at = @QueuedAt, waiting_since = @WaitingSince, ended_at = null, closed_at = null, outcome = null where id = @to
        """, new { to, state = from.AgentId is null ? "queued" : "assigned", from.AgentId, from.QueuedAt, from.WaitingSince });

    /// <summary>One that is to be wrapped up goes on, for somebody waits in it now.</summary>
    internal static Task WakeAsync(Sql sql, Id conversation, DateTimeOffset since) => sql.ExecuteAsync(
        "update conversations set state = 'assigned', ended_at = null, waiting_since = @since where id = @conversation and state = 'wrapUp'", new { conversation, since });

    /// <summary>As it stood before it was merged.</summary>
    internal static async Task RestoreAsync(Sql sql, MoveRow row)
    {
        var before = Json.To<MovingRow>(row.BeforeState) ?? new();
        await sql.ExecuteAsync("delete from participants where conversation_id = @ToId and added_at = @MovedAt", new { row.ToId, row.MovedAt });
        await sql.ExecuteAsync("""
            update conversations set state = @state, agent_id = @AgentId, queued_at = @QueuedAt, waiting_since = @WaitingSince, closed_at = @ClosedAt, ended_at = @EndedAt, outcome = @Outcome where id = @FromId and state = 'closed'
            """, new { row.FromId, state = before.State.Text(), before.AgentId, before.QueuedAt, before.WaitingSince, before.ClosedAt, before.EndedAt, before.Outcome });
        await RecountAsync(sql, row.FromId);
        await RecountAsync(sql, row.ToId);
    }

    // What stands at its end, and since when somebody waits, counted from what is really there.
    static async Task RecountAsync(Sql sql, Id conversation)
    {
        var gone = await LetterMoves.OfAsync(sql, conversation, 0, long.MaxValue);
        var rows = await sql.QueryAsync<Word>("select sequence, author, text, sent_at from messages where conversation_id = @conversation order by sequence", new { conversation });
        var here = rows.Where(row => !gone.ContainsKey(row.Sequence)).ToList();
        var answered = here.FindLastIndex(row => row.Author == Author.Agent);
        var waiting = here.Skip(answered + 1).FirstOrDefault(row => row.Author == Author.Visitor)?.SentAt;
        var last = here.LastOrDefault();
        await sql.ExecuteAsync("""
            update conversations set last_sequence = @total, last_from = @from, last_text = @text, last_at = coalesce(@at, last_at), answered_at = coalesce(answered_at, @answeredAt),
                waiting_since = case when state in ('queued', 'assigned') then cast(@waiting as bigint) end where id = @conversation
            """, new { conversation, total = rows.Count, from = last?.Author.Text(), text = last is null ? null : LetterFiles.Plain(last.Text, 200), at = last?.SentAt, waiting, answeredAt = answered < 0 ? null : (DateTimeOffset?)here[answered].SentAt });
    }

    sealed record Word
    {
        public long Sequence { get; init; }
        public Author Author { get; init; }
        public string Text { get; init; } = "";
        public DateTimeOffset SentAt { get; init; }
    }
}

/// <summary>How a conversation stands that is about to be moved from; kept, so that it can be put back.</summary>
sealed record MovingRow
{
    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public ConversationState State { get; init; }
    public Id? AgentId { get; init; }
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? Outcome { get; init; }
    public long ReadByAgent { get; init; }

    public static Task<MovingRow?> FindAsync(Sql sql, Id id) => sql.FirstAsync<MovingRow>(
        "select id, site_id, state, agent_id, queued_at, waiting_since, closed_at, ended_at, outcome, read_by_agent from conversations where id = @id", new { id });

    public static Task<ConversationHead?> HeadAsync(Sql sql, Id id) => sql.FirstAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where id = @id", new { id });
}

sealed record MoveRow
{
    public Id Id { get; init; }
    public MoveKind Kind { get; init; }
    public Id FromId { get; init; }
    public Id ToId { get; init; }
    public string BeforeState { get; init; } = "{}";
    public DateTimeOffset MovedAt { get; init; }
}

enum MoveKind
{
    Split,
    Merge,
}
