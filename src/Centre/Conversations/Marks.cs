using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>How far each side has read, who is typing, and what an agent has begun to write.</summary>
public sealed class Marks(Database database, ConversationNews news, DeskFeed desk, TimeProvider time)
{
    public async Task ReadByVisitorAsync(Id conversation, long sequence, CancellationToken ct)
    {
        if (await MarkAsync("update conversations set read_by_visitor = @sequence where id = @conversation and read_by_visitor < @sequence and last_sequence >= @sequence", conversation, sequence, ct))
        {
            desk.TellInPassing("read", new ReadMark(conversation, Author.Visitor, sequence));
        }
    }

    public async Task ReadByAgentAsync(Id conversation, long sequence, CancellationToken ct)
    {
        if (await MarkAsync("update conversations set read_by_agent = @sequence where id = @conversation and read_by_agent < @sequence and last_sequence >= @sequence", conversation, sequence, ct))
        {
            news.Visitor(conversation, "read", new ReadByOther(Author.Agent, sequence));
            desk.TellInPassing("read", new ReadMark(conversation, Author.Agent, sequence));
        }
    }

    public void VisitorTypes(Id conversation, bool typing) => desk.TellInPassing("typing", new Typing(conversation, Author.Visitor, null, typing));

    public void AgentTypes(Id conversation, Person agent, bool typing)
    {
        news.Visitor(conversation, "typing", new TypingToVisitor(Author.Agent, agent.Name, typing));
        desk.TellInPassing("typing", new Typing(conversation, Author.Agent, agent, typing));
    }

    /// <summary>Keeps what an agent has written and not sent; empty text forgets it.</summary>
    public Task DraftAsync(Id conversation, Id agent, string text, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        if (text.Length == 0)
        {
            await sql.ExecuteAsync("delete from drafts where conversation_id = @conversation and agent_id = @agent", new { conversation, agent });
        }
        else if (await sql.ExecuteAsync("""
            insert into drafts (conversation_id, agent_id, text, changed_at) select id, @agent, @text, @now from conversations where id = @conversation
            on conflict (conversation_id, agent_id) do update set text = excluded.text, changed_at = excluded.changed_at
            """, new { conversation, agent, text, now = time.GetUtcNow() }) == 0)
        {
            throw RefusedException.NotFound("conversation");
        }
    }, ct);

    Task<bool> MarkAsync(string update, Id conversation, long sequence, CancellationToken ct) =>
        database.WriteAsync(sql => sql.ChangesOneAsync(update, new { conversation, sequence }), ct);
}

public sealed record ReadMark(Id Conversation, Author By, long Sequence) : IWithin;

public sealed record ReadByOther(Author By, long Sequence);

public sealed record Typing(Id Conversation, Author From, Person? Agent, [property: System.Text.Json.Serialization.JsonPropertyName("typing")] bool IsTyping) : IWithin;

public sealed record TypingToVisitor(Author From, string? Name, bool Typing);
