using Dapper;
using Kanal.Centre.Conversations;
using Npgsql;
using NpgsqlTypes;

namespace Kanal.Centre.Storage;

/// <summary>
/// A whole batch in one statement: arrays go in by <c>unnest</c>. A conversation that the last batches wrote is not read again. It is changed only
/// if its row is still the one they left, and where it is not its messages are left out, to be written with the row held.
/// </summary>
sealed class PostgresJournal : IJournalStore
{
    // Batches. Who writes to conversations between their messages, such as another node, does so again.
    const int HeldAfterOthers = 1_000;

    // Rows are locked in the order of their ids, so that two nodes never wait for each other in a circle.
    const string Hold = $"""
        select head.* from unnest($1) as asked (conversation_id)
        cross join lateral (select {JournalText.HeadColumns}, xmin as row_version from conversations where id = asked.conversation_id for no key update) head
        """;

    // Lateral, so that each is one look into the index: a plain join may be planned as a scan of all messages ever sent.
    const string Repeats = """
        select asked.conversation_id, found.sequence, asked.client_id, asked.author
        from unnest($1, $2, $3) as asked (conversation_id, author, client_id)
        cross join lateral (
            select m.sequence from messages m
            where m.conversation_id = asked.conversation_id and m.author = asked.author and m.client_id = asked.client_id limit 1) found
        """;

    const string Write = $"""
        with changed as (
            update conversations set ({JournalText.ChangedColumns}) = (n.last_sequence, n.last_from, n.last_text, n.last_at, n.waiting_since, n.answered_at,
                n.read_by_agent, n.read_by_visitor)
            from unnest($11, $12, $13, $14, $15, $16, $17, $18, $19, $20) as n (id, row_version, {JournalText.ChangedColumns})
            where conversations.id = n.id and conversations.xmin = n.row_version
            returning conversations.id),
        added as (
            insert into messages ({JournalText.MessageColumns})
            select m.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as m ({JournalText.MessageColumns})
            where m.conversation_id = any (array(select id from changed)))
        select pg_current_xact_id()::xid, array(select id from changed)
        """;

    // Only what the statement before has changed.
    const string Reopen = $"""
        update conversations set ({JournalText.ReopenedColumns}) = (n.state, n.agent_id, n.last_agent_id, n.queued_at, n.ended_at, n.closed_at)
        from unnest($1, $2, $3, $4, $5, $6, $7) as n (id, {JournalText.ReopenedColumns})
        where conversations.id = n.id and conversations.xmin = pg_current_xact_id()::xid
        """;

    readonly KnownHeads _known = new();
    int _toHold;

    public List<ConversationHead>? Remembered(Sql sql, Id[] conversations)
    {
        if (!IsAlone(sql))
        {
            return null;
        }

        if (_toHold > 0)
        {
            _toHold--;
            return null;
        }

        return _known.All(conversations);
    }

    public async Task<List<ConversationHead>> HoldAsync(Sql sql, Id[] conversations, CancellationToken ct)
    {
        var hold = Statement(Hold, Array(conversations, id => id.Value));
        await using var batch = IsAlone(sql) ? Batch(sql, Statement("begin"), hold) : Batch(sql, hold);
        return await RowsAsync<ConversationHead>(batch, ct);
    }

    public async Task<List<JournalRow>> RepeatsAsync(Sql sql, IReadOnlyList<Append> messages, CancellationToken ct)
    {
        await using var batch = Batch(sql, Statement(Repeats, Array(messages, m => m.Conversation.Value), Array(messages, m => m.Author.Text()), Array(messages, m => m.ClientId)));
        return await RowsAsync<JournalRow>(batch, ct);
    }

    public async Task<IReadOnlyCollection<Id>> WriteAsync(Sql sql, JournalWrite write, CancellationToken ct)
    {
        List<NpgsqlBatchCommand> statements = [Writing(write.Messages, write.Heads)];
        if (write.Reopened.Count > 0)
        {
            statements.Add(Reopening(write.Reopened));
        }

        // What travels together is one transaction already, unless another has begun.
        if (IsAlone(sql) && write.AreHeld)
        {
            statements.Add(Statement("commit"));
        }

        await using var batch = Batch(sql, [.. statements]);
        var (version, changed) = await ChangedAsync(batch, ct);
        Id[] leftOut = [.. write.Heads.Select(head => head.Id).Where(id => !changed.Contains(id.Value))];
        if (IsAlone(sql))
        {
            _known.Learn(write.Heads.Where(head => changed.Contains(head.Id.Value)).Select(head => head with { RowVersion = version }));
            _toHold = leftOut.Length > 0 ? HeldAfterOthers : _toHold;
        }

        return leftOut;
    }

    public bool MetRepeat(Exception trouble) => trouble is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: JournalText.OnceByClient };

    static NpgsqlBatchCommand Writing(IReadOnlyList<JournalRow> messages, IReadOnlyCollection<ConversationHead> heads) => Statement(Write,
        Array(messages, m => m.ConversationId.Value), Array(messages, m => m.Sequence), Array(messages, m => m.ClientId),
        Array(messages, m => m.Author), Array(messages, m => m.AgentId?.Value), Array(messages, m => m.Channel),
        Array(messages, m => m.Text), Array(messages, m => m.Files), Array(messages, m => m.SentAt.ToUnixTimeMilliseconds()), Array(messages, m => m.LetterId?.Value),
        Array(heads, h => h.Id.Value), Versions(heads), Array(heads, h => h.LastSequence), Array(heads, h => h.LastFrom),
        Array(heads, h => h.LastText), Array(heads, h => h.LastAt.ToUnixTimeMilliseconds()), Array(heads, h => JournalText.Milliseconds(h.WaitingSince)),
        Array(heads, h => JournalText.Milliseconds(h.AnsweredAt)), Array(heads, h => h.ReadByAgent), Array(heads, h => h.ReadByVisitor));

    static NpgsqlBatchCommand Reopening(IReadOnlyCollection<ConversationHead> heads) => Statement(Reopen,
        Array(heads, h => h.Id.Value), Array(heads, h => h.State.Text()), Array(heads, h => h.AgentId?.Value), Array(heads, h => h.LastAgentId?.Value),
        Array(heads, h => JournalText.Milliseconds(h.QueuedAt)), Array(heads, h => JournalText.Milliseconds(h.EndedAt)), Array(heads, h => JournalText.Milliseconds(h.ClosedAt)));

    // Which transaction it was, and the ids of the conversations that it changed; read to the end, where a commit that fails says so.
    static async Task<(uint Version, HashSet<long> Changed)> ChangedAsync(NpgsqlBatch batch, CancellationToken ct)
    {
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var changed = (reader.GetFieldValue<uint>(0), reader.GetFieldValue<long[]>(1).ToHashSet());
        while (await reader.NextResultAsync(ct))
        {
        }

        return changed;
    }

    // The rows of its last statement.
    static async Task<List<T>> RowsAsync<T>(NpgsqlBatch batch, CancellationToken ct)
    {
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        var parse = reader.GetRowParser<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(parse(reader));
        }

        return rows;
    }

    // Where the journal has the transaction to itself, its beginning and its end travel with the statements.
    static bool IsAlone(Sql sql) => sql.Transaction is null;

    static NpgsqlBatch Batch(Sql sql, params ReadOnlySpan<NpgsqlBatchCommand> statements)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)sql.Connection, (NpgsqlTransaction?)sql.Transaction);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        return batch;
    }

    static NpgsqlBatchCommand Statement(string text, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    static NpgsqlParameter<TValue[]> Array<TRow, TValue>(IReadOnlyCollection<TRow> rows, Func<TRow, TValue> value) => new() { TypedValue = [.. rows.Select(value)] };

    static NpgsqlParameter<uint[]> Versions(IReadOnlyCollection<ConversationHead> heads) =>
        new() { TypedValue = [.. heads.Select(head => head.RowVersion)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Xid };
}
