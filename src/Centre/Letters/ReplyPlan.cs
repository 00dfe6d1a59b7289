using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>How the next words in a conversation would go out: what a composer is filled with.</summary>
public sealed record ReplyPlan
{
    /// <summary>By which the customer can be reached.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>By which it goes unless somebody says otherwise.</summary>
    public required string Channel { get; init; }

    /// <summary>Which of ours a letter can come from.</summary>
    public required IReadOnlyList<SendingMailbox> Mailboxes { get; init; }

    public Id? Mailbox { get; init; }
    public required string Subject { get; init; }
    public required IReadOnlyList<LetterAddress> To { get; init; }
    public required IReadOnlyList<LetterAddress> Cc { get; init; }
    public string? Signature { get; init; }

    /// <summary>What stands below as written before: who and when on its first line, then their words.</summary>
    public string? Quoted { get; init; }

    internal Id Site { get; init; }
    internal string? InReplyTo { get; init; }
    internal string Thread { get; init; } = "";
    internal bool Answers { get; init; }
    internal string ConversationChannel { get; init; } = "";
}

public sealed record SendingMailbox(Id Id, string Address, string? Name);

/// <summary>How a letter differs from what was planned. What is left out is as planned.</summary>
public sealed record LetterWish
{
    public string? Subject { get; init; }
    public IReadOnlyList<string>? To { get; init; }
    public IReadOnlyList<string>? Cc { get; init; }
    public IReadOnlyList<string>? Bcc { get; init; }
    public Id? Mailbox { get; init; }
}
