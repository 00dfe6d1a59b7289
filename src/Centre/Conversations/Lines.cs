using Kanal.Centre.Letters;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>Notes and events: what only the desk sees between messages.</summary>
public sealed class Lines(IdSource ids, DeskFeed desk, TimeProvider time)
{
    /// <summary>Writes one line inside the caller's transaction; <see cref="Tell(Line)"/> it after the commit.</summary>
    public async Task<Line> AddAsync(Sql sql, Id conversation, Line line)
    {
        var written = line with
        {
            Id = ids.Next(),
            ConversationId = conversation,
            Sequence = await sql.FirstAsync<long>("select last_sequence from conversations where id = @conversation", new { conversation }),
            HappenedAt = time.GetUtcNow(),
        };
        await sql.ExecuteAsync("""
            insert into lines (id, conversation_id, sequence, kind, client_id, agent_id, text, event, happened_at, letter_id)
            values (@Id, @ConversationId, @Sequence, @Kind, @ClientId, @AgentId, @Text, @Event, @HappenedAt, @LetterId)
            """, new { written.Id, written.ConversationId, written.Sequence, Kind = written.Kind.Text(), written.ClientId, written.AgentId, written.Text, written.Event, written.HappenedAt, written.LetterId });
        return written;
    }

    public void Tell(Line line) => Tell(line, null);

    /// <param name="letter">The one that it is about.</param>
    public void Tell(Line line, Letter? letter) => desk.Tell("line", new EntryAdded(line.ConversationId, line.ToEntry(letter)));
}

/// <summary>An entry that came into a conversation, as the desk's event stream carries it.</summary>
public sealed record EntryAdded(Id Conversation, Entry Entry) : IWithin
{
    /// <summary>How the conversation stands with it; only with messages.</summary>
    public Standing? Standing { get; init; }
}

/// <summary>What a message changes about its conversation in a list.</summary>
public sealed record Standing(ConversationState State, long LastSequence, long Unread, DateTimeOffset? WaitingSince)
{
    internal static Standing Of(ConversationHead head) => new(head.State, head.LastSequence, Math.Max(0, head.LastSequence - head.ReadByAgent), head.WaitingSince);
}
