using System.Text.Json;
using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>A whole batch in four statements: arrays go in by <c>json_each</c>.</summary>
sealed class SqliteJournal : IJournalStore
{
    // The writer is the only one, so reading inside its transaction is holding.
    const string Hold = $"select {JournalText.HeadColumns} from conversations where id in (select value from json_each(@ids))";

    const string Repeats = """
        select m.conversation_id, m.sequence, m.client_id, m.author
        from json_each(@asked) asked
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

    public async Task<(List<ConversationHead> Heads, List<JournalRow> Repeats)> ReadAsync(Sql sql, Id[] conversations, IReadOnlyList<Append> messages, CancellationToken ct)
    {
        var heads = await sql.QueryAsync<ConversationHead>(Hold, new { ids = Array(conversations.Select(id => id.Value)) });
        var repeats = await sql.QueryAsync<JournalRow>(Repeats, new { asked = Array(messages.Select(m => new object[] { m.Conversation.Value, m.Author.Text(), m.ClientId })) });
        return (heads, repeats);
    }

    public async Task WriteAsync(Sql sql, IReadOnlyList<JournalRow> messages, IReadOnlyCollection<ConversationHead> heads, CancellationToken ct)
    {
        await sql.ExecuteAsync(Insert, new { rows = Array(messages.Select(Row)) });
        await sql.ExecuteAsync(Update, new { rows = Array(heads.Select(Row)) });
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
