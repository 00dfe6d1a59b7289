using Kanal.Centre.Letters;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>One message on its way into a conversation. <see cref="ClientId"/> is the writer's own name for it: the same again is the same message.</summary>
public sealed record Append(Id Conversation, Author Author, Id? Agent, string? AgentName, string ClientId, string Text, IReadOnlyList<FileReference> Files, DateTimeOffset At)
{
    /// <summary>What it carries; on disk already, and only told with the message.</summary>
    public MessageCard? Card { get; init; }

    /// <summary>The letter that it is; on disk already.</summary>
    public Letter? Letter { get; init; }

    /// <summary>By which channel it goes, where that is not the conversation's own.</summary>
    public string? Channel { get; init; }
}

/// <summary>What became of it: its place in the conversation, whether it was there already, and the conversation before and after.</summary>
public sealed record Appended(long Sequence, bool Repeat, ConversationHead Before, ConversationHead After);
