using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

sealed class SqliteJournal : IJournalStore
{
    public async Task<List<ConversationHead>> HoldAsync(Sql sql, Id[] conversations, CancellationToken ct)
    {
        // The writer is the only one, so reading inside its transaction is holding.
        var heads = new List<ConversationHead>(conversations.Length);
        foreach (var id in conversations)
        {
            if (await sql.FirstAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where id = @id", new { id }) is { } head)
            {
                heads.Add(head);
            }
        }

        return heads;
    }

    public async Task<List<JournalRow>> RepeatsAsync(Sql sql, IReadOnlyList<Append> messages, CancellationToken ct)
    {
        var repeats = new List<JournalRow>();
        foreach (var message in messages)
        {
            var row = await sql.FirstAsync<JournalRow>(
                "select conversation_id, sequence, client_id, author from messages where conversation_id = @conversation and author = @author and client_id = @client",
                new { conversation = message.Conversation, author = message.Author.Text(), client = message.ClientId });
            if (row is not null)
            {
                repeats.Add(row);
            }
        }

        return repeats;
    }

    public async Task WriteAsync(Sql sql, IReadOnlyList<JournalRow> messages, IReadOnlyCollection<ConversationHead> heads, CancellationToken ct)
    {
        await sql.ExecuteAsync("""
            insert into messages (conversation_id, sequence, client_id, author, agent_id, channel, text, files, sent_at)
            values (@ConversationId, @Sequence, @ClientId, @Author, @AgentId, @Channel, @Text, @Files, @SentAt)
            """, messages);
        await sql.ExecuteAsync(JournalText.UpdateHead, heads.Select(JournalText.Row));
    }
}
