using Kanal.Centre.Shown;

namespace Kanal.Centre.Conversations;

/// <summary>A message as both sides see it. <see cref="Sequence"/> counts 1, 2, 3 ... within the conversation without a hole.</summary>
public sealed record Message
{
    public required long Sequence { get; init; }

    /// <summary>The writer's own name for it; told only to the side that wrote it.</summary>
    public string? ClientId { get; init; }

    public required Author From { get; init; }

    /// <summary>The agent's name, where an agent wrote it.</summary>
    public string? Name { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<FileReference> Files { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Channel { get; init; }

    /// <summary>Something shown, or a form that was filled in; the text says the same in words.</summary>
    public MessageCard? Card { get; init; }

    internal static Message Of(Append message, Appended added) => new()
    {
        Sequence = added.Sequence,
        ClientId = message.Author == Author.Visitor ? message.ClientId : null,
        From = message.Author,
        Name = message.AgentName,
        Text = message.Text,
        Files = message.Files,
        At = message.At,
        Channel = message.Channel ?? added.After.Channel,
        Card = message.Card,
    };
}
