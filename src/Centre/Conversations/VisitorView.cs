using Kanal.Centre.Callbacks;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>How a conversation stands, as its visitor may know it.</summary>
public sealed record VisitorConversation
{
    public required Id Id { get; init; }
    public required VisitorState State { get; init; }
    public required string Channel { get; init; }
    public PublicAgent? Agent { get; init; }

    /// <summary>Place in the queue, from 1; null when nobody is waited for.</summary>
    public int? Position { get; init; }

    public required long LastSequence { get; init; }
    public required long ReadByAgent { get; init; }
    public required long ReadByVisitor { get; init; }
    public int? Rating { get; init; }

    /// <summary>The call that was asked for.</summary>
    public Callback? Callback { get; init; }

    /// <summary>Who ended it, where it has ended.</summary>
    public Author? ClosedBy { get; init; }
}

public enum VisitorState
{
    Queued,
    Assigned,
    Closed,
}

public sealed class VisitorView(Database database)
{
    public Task<VisitorConversation?> FindAsync(Id conversation, Func<Id, int?> position, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var row = await sql.FirstAsync<Row>("""
            select c.state, c.channel, a.name as agent_name, c.last_sequence, c.read_by_agent, c.read_by_visitor, c.rating, c.ended_by
            from conversations c left join agents a on a.id = c.agent_id where c.id = @conversation
            """, new { conversation });
        return row is null ? null : new VisitorConversation
        {
            Id = conversation,
            State = row.State switch
            {
                ConversationState.Queued or ConversationState.Planned => VisitorState.Queued,
                ConversationState.Assigned => VisitorState.Assigned,
                _ => VisitorState.Closed,
            },
            Channel = row.Channel,
            Agent = row.State == ConversationState.Assigned && row.AgentName is { } name ? new PublicAgent(name) : null,
            Position = row.State == ConversationState.Queued ? position(conversation) : null,
            LastSequence = row.LastSequence,
            ReadByAgent = row.ReadByAgent,
            ReadByVisitor = row.ReadByVisitor,
            Rating = row.Rating,
            Callback = (await CallbackRow.FindAsync(sql, conversation))?.ToCallback(),
            ClosedBy = row.State is ConversationState.Closed or ConversationState.WrapUp ? row.EndedBy : null,
        };
    }, ct);

    sealed record Row
    {
        public ConversationState State { get; init; }
        public string Channel { get; init; } = "";
        public string? AgentName { get; init; }
        public long LastSequence { get; init; }
        public long ReadByAgent { get; init; }
        public long ReadByVisitor { get; init; }
        public int? Rating { get; init; }
        public Author? EndedBy { get; init; }
    }
}
