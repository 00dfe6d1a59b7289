using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

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
    public Id? LetterId { get; init; }

    public static JournalRow For(Append message, ConversationHead head) => new()
    {
        ConversationId = message.Conversation,
        Sequence = head.LastSequence,
        ClientId = message.ClientId,
        Author = message.Author.Text(),
        AgentId = message.Agent,
        Channel = message.Channel ?? head.Channel,
        Text = message.Text,
        Files = message.Files.Count == 0 ? null : Json.From(message.Files),
        SentAt = message.At,
        LetterId = message.Letter?.Id,
    };
}
