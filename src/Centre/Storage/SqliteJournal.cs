using System.Text.Json;
using Dapper;
using Kanal.Centre.Conversations;
using Microsoft.Data.Sqlite;

namespace Kanal.Centre.Storage;

/// <summary>A whole batch in four statements: arrays go in by <c>json_each</c>.</summary>
sealed class SqliteJournal : IJournalStore
{
    // The writer is the only one, so reading inside its transaction is holding.
    const string Hold = $"select {JournalText.HeadColumns} from conversations where id in (select value from json_each(@rows))";

    const string Repeats = """
        select m.conversation_id, m.sequence, m.client_id, m.author
        from json_each(@rows) asked
        cross join messages m on m.conversation_id = asked.value ->> 0 and m.author = asked.value ->> 1 and m.client_id = asked.value ->> 2
        """;

    const string Insert = $"""
        insert into messages ({JournalText.MessageColumns})
        select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8 from json_each(@rows)
        """;

    const string Update = $"""
        with n ({JournalText.ChangedColumns}) as materialized (
            select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
                value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14 from json_each(@rows))
        update conversations {JournalText.SetFromN}
        from n where conversations.id = n.id
        """;

    SqliteConnection? _prepared;
    SqliteCommand[] _commands = [];

    public int Lanes => 1;

    public async Task<(List<ConversationHead> Heads, List<JournalRow> Repeats)> ReadAsync(Sql sql, Id[] conversations, IReadOnlyList<Append> messages, CancellationToken ct)
    {
        var heads = await RowsAsync<ConversationHead>(Command(sql, 0, Array(conversations.Select(id => id.Value))), ct);
        var repeats = await RowsAsync<JournalRow>(Command(sql, 1, Array(messages.Select(m => new object[] { m.Conversation.Value, m.Author.Text(), m.ClientId }))), ct);
        return (heads, repeats);
    }

    public async Task WriteAsync(Sql sql, IReadOnlyList<JournalRow> messages, IReadOnlyCollection<ConversationHead> heads, CancellationToken ct)
    {
        await Command(sql, 2, Array(messages.Select(Row))).ExecuteNonQueryAsync(ct);
        await Command(sql, 3, Array(heads.Select(Row))).ExecuteNonQueryAsync(ct);
    }

    // Planning these statements costs as much as running them for a small batch, so they are kept as long as their connection.
    SqliteCommand Command(Sql sql, int which, string rows)
    {
        if (_prepared != sql.Connection)
        {
            _prepared = (SqliteConnection)sql.Connection;
            _commands = [.. new[] { Hold, Repeats, Insert, Update }.Select(text => new SqliteCommand(text, _prepared) { Parameters = { new SqliteParameter("@rows", SqliteType.Text) } })];
        }

        var command = _commands[which];
        command.Transaction = (SqliteTransaction?)sql.Transaction;
        command.Parameters[0].Value = rows;
        return command;
    }

    static async Task<List<T>> RowsAsync<T>(SqliteCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        var parse = reader.GetRowParser<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(parse(reader));
        }

        return rows;
    }

    static object?[] Row(JournalRow m) =>
        [m.ConversationId.Value, m.Sequence, m.ClientId, m.Author, m.AgentId?.Value, m.Channel, m.Text, m.Files, m.SentAt.ToUnixTimeMilliseconds()];

    static object?[] Row(ConversationHead h) =>
    [
        h.Id.Value, h.State.Text(), h.AgentId?.Value, h.LastAgentId?.Value, h.LastSequence, h.LastFrom, h.LastText, h.LastAt.ToUnixTimeMilliseconds(),
        JournalText.Milliseconds(h.QueuedAt), JournalText.Milliseconds(h.WaitingSince), JournalText.Milliseconds(h.AnsweredAt),
        JournalText.Milliseconds(h.EndedAt), JournalText.Milliseconds(h.ClosedAt), h.ReadByAgent, h.ReadByVisitor,
    ];

    static string Array<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, Json.Options);
}
