using Dapper;
using Kanal.Centre.Conversations;
using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>A whole batch in three round trips: arrays go in by <c>unnest</c>.</summary>
sealed class PostgresJournal : IJournalStore
{
    // Rows are locked in the order of their ids, so that two nodes never wait for each other in a circle.
    static readonly string _hold = $"select {JournalText.HeadColumns} from conversations where id = any($1) order by id for update";

    const string Repeats = """
        select m.conversation_id, m.sequence, m.client_id, m.author
        from unnest($1, $2, $3) as asked (conversation_id, author, client_id)
        join messages m on m.conversation_id = asked.conversation_id and m.author = asked.author and m.client_id = asked.client_id
        """;

    const string Insert = """
        insert into messages (conversation_id, sequence, client_id, author, agent_id, channel, text, files, sent_at)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    const string Update = """
        update conversations c set state = n.state, agent_id = n.agent_id, last_agent_id = n.last_agent_id, last_sequence = n.last_sequence,
            last_from = n.last_from, last_text = n.last_text, last_at = n.last_at, queued_at = n.queued_at, waiting_since = n.waiting_since,
            answered_at = n.answered_at, ended_at = n.ended_at, closed_at = n.closed_at, read_by_agent = n.read_by_agent, read_by_visitor = n.read_by_visitor
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as n (id, state, agent_id, last_agent_id, last_sequence,
            last_from, last_text, last_at, queued_at, waiting_since, answered_at, ended_at, closed_at, read_by_agent, read_by_visitor)
        where c.id = n.id
        """;

    public Task<List<ConversationHead>> HoldAsync(Sql sql, Id[] conversations, CancellationToken ct) =>
        ReadAsync<ConversationHead>(sql, _hold, ct, Array(conversations, id => id.Value));

    public Task<List<JournalRow>> RepeatsAsync(Sql sql, IReadOnlyList<Append> messages, CancellationToken ct) =>
        ReadAsync<JournalRow>(sql, Repeats, ct,
            Array(messages, m => m.Conversation.Value), Array(messages, m => m.Author.Text()), Array(messages, m => m.ClientId));

    public async Task WriteAsync(Sql sql, IReadOnlyList<JournalRow> messages, IReadOnlyCollection<ConversationHead> heads, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)sql.Connection, (NpgsqlTransaction?)sql.Transaction)
        {
            BatchCommands =
            {
                Statement(Insert,
                    Array(messages, m => m.ConversationId.Value), Array(messages, m => m.Sequence), Array(messages, m => m.ClientId),
                    Array(messages, m => m.Author), Array(messages, m => m.AgentId?.Value), Array(messages, m => m.Channel),
                    Array(messages, m => m.Text), Array(messages, m => m.Files), Array(messages, m => m.SentAt.ToUnixTimeMilliseconds())),
                Statement(Update,
                    Array(heads, h => h.Id.Value), Array(heads, h => h.State.Text()), Array(heads, h => h.AgentId?.Value),
                    Array(heads, h => h.LastAgentId?.Value), Array(heads, h => h.LastSequence), Array(heads, h => h.LastFrom),
                    Array(heads, h => h.LastText), Array(heads, h => h.LastAt.ToUnixTimeMilliseconds()), Array(heads, h => Milliseconds(h.QueuedAt)),
                    Array(heads, h => Milliseconds(h.WaitingSince)), Array(heads, h => Milliseconds(h.AnsweredAt)), Array(heads, h => Milliseconds(h.EndedAt)),
                    Array(heads, h => Milliseconds(h.ClosedAt)), Array(heads, h => h.ReadByAgent), Array(heads, h => h.ReadByVisitor)),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }

    static async Task<List<T>> ReadAsync<T>(Sql sql, string text, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(text, (NpgsqlConnection)sql.Connection, (NpgsqlTransaction?)sql.Transaction);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var parse = reader.GetRowParser<T>();
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(parse(reader));
        }

        return rows;
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

    static long? Milliseconds(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();
}
