using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>The journal's three statements, in the form that is fastest on each engine.</summary>
interface IJournalStore
{
    /// <summary>The conversations as they are, held against other writers until the transaction ends.</summary>
    Task<List<ConversationHead>> HoldAsync(Sql sql, Id[] conversations, CancellationToken ct);

    /// <summary>Which of the messages are there already, with their sequences.</summary>
    Task<List<JournalRow>> RepeatsAsync(Sql sql, IReadOnlyList<Append> messages, CancellationToken ct);

    Task WriteAsync(Sql sql, IReadOnlyList<JournalRow> messages, IReadOnlyCollection<ConversationHead> heads, CancellationToken ct);
}

/// <summary>A message with its place, as the table has it.</summary>
sealed record JournalRow
{
    public Id ConversationId { get; init; }
    public long Sequence { get; init; }
    public string ClientId { get; init; } = "";
    public string Author { get; init; } = "";
    public Id? AgentId { get; init; }
    public string Channel { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Files { get; init; }
    public DateTimeOffset SentAt { get; init; }

    public static JournalRow For(Append message, ConversationHead head) => new()
    {
        ConversationId = message.Conversation,
        Sequence = head.LastSequence,
        ClientId = message.ClientId,
        Author = message.Author.Text(),
        AgentId = message.Agent,
        Channel = head.Channel,
        Text = message.Text,
        Files = message.Files.Count == 0 ? null : Json.From(message.Files),
        SentAt = message.At,
    };
}
