using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>The part of a conversation that changes with every message.</summary>
public sealed record ConversationHead
{
    const int PreviewLength = 200;

    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public Id QueueId { get; init; }
    public ConversationState State { get; init; }
    public string Channel { get; init; } = "";
    public Id? AgentId { get; init; }
    public Id? LastAgentId { get; init; }
    public long LastSequence { get; init; }
    public string? LastFrom { get; init; }
    public string? LastText { get; init; }
    public DateTimeOffset LastAt { get; init; }
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public long ReadByAgent { get; init; }
    public long ReadByVisitor { get; init; }

    /// <summary>PostgreSQL's name for the write that left the row like this.</summary>
    internal uint RowVersion { get; init; }

    /// <summary>The conversation with one more message. A customer's word reopens what was closed and takes back what they had ended.</summary>
    public ConversationHead After(Append message)
    {
        var next = this with
        {
            LastSequence = LastSequence + 1,
            LastFrom = message.Author.Text(),
            LastText = Preview(message),
            LastAt = message.At,
        };
        return message.Author switch
        {
            Author.Visitor => next.Heard(message.At) with { ReadByVisitor = next.LastSequence },
            Author.Agent => next with { WaitingSince = null, AnsweredAt = AnsweredAt ?? message.At, ReadByAgent = next.LastSequence },
            _ => next,
        };
    }

    ConversationHead Heard(DateTimeOffset at)
    {
        var waiting = this with { WaitingSince = WaitingSince ?? at };
        return State switch
        {
            ConversationState.Closed => waiting with
            {
                State = ConversationState.Queued,
                AgentId = null,
                LastAgentId = AgentId ?? LastAgentId,
                QueuedAt = at,
                EndedAt = null,
                ClosedAt = null,
            },
            ConversationState.WrapUp => waiting with { State = ConversationState.Assigned, EndedAt = null },
            _ => waiting,
        };
    }

    static string Preview(Append message)
    {
        var text = message.Text.Length > 0 ? message.Text : string.Join(", ", message.Files.Select(file => file.Name));
        return text.Length <= PreviewLength ? text : text[..(char.IsHighSurrogate(text[PreviewLength - 1]) ? PreviewLength - 1 : PreviewLength)];
    }
}
