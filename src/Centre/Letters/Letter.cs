using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>A letter as the desk shows it, beside the text of its message.</summary>
public sealed record Letter
{
    public required Id Id { get; init; }

    /// <summary>True for one that we sent.</summary>
    public required bool Mine { get; init; }

    public required LetterKind Kind { get; init; }
    public required string Subject { get; init; }
    public LetterAddress? From { get; init; }
    public required IReadOnlyList<LetterAddress> To { get; init; }
    public required IReadOnlyList<LetterAddress> Cc { get; init; }

    /// <summary>Of ours.</summary>
    public IReadOnlyList<LetterAddress>? Bcc { get; init; }

    /// <summary>When its writer says that it was written.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Made safe; pictures that it brought are named by <c>data-cid</c>, those from elsewhere are held back.</summary>
    public string? Html { get; init; }

    /// <summary>True where HTML or quoted text is left out for its length: it is got with the letter alone.</summary>
    public required bool Shortened { get; init; }

    public string? Quoted { get; init; }
    public string? Signature { get; init; }
    public required bool HasRemotePictures { get; init; }
    public required LetterFlags Flags { get; init; }
    public required bool Spam { get; init; }
    public required IReadOnlyList<LetterFile> Files { get; init; }

    /// <summary>Whether the letter can be had as it came.</summary>
    public required bool Original { get; init; }

    /// <summary>How far one of ours has got.</summary>
    public LetterState? State { get; init; }

    /// <summary>To each whom one of ours goes to.</summary>
    public required IReadOnlyList<LetterDelivery> Deliveries { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }
}

public enum LetterKind
{
    /// <summary>One of theirs, or the first of ours.</summary>
    Letter,
    Reply,
    Forward,

    /// <summary>What we send by ourselves, to say that a letter has come.</summary>
    Acknowledgement,
}

public enum LetterState
{
    Waiting,
    Sending,
    Sent,

    /// <summary>To at least one it can't be delivered.</summary>
    Failed,

    /// <summary>The connection broke when it may have been taken already: a person decides.</summary>
    Uncertain,

    /// <summary>It was read in the chat before its time came.</summary>
    NotNeeded,
}

/// <summary>A file of a letter, and by which name its text shows it.</summary>
/// <param name="Inline">The Content-ID; null for an attachment.</param>
public sealed record LetterFile(FileReference File, string? Inline = null);

/// <param name="Detail">What the server said.</param>
public sealed record LetterDelivery(string Address, DeliveryState State, string? Detail, DateTimeOffset At);

public enum DeliveryState
{
    Waiting,
    Accepted,
    Retrying,
    Failed,
    Bounced,
    Uncertain,
}

/// <summary>How a letter of ours fares, as the desk's stream carries it.</summary>
/// <param name="Entry">Which entry of the conversation it is; null where it has none of its own.</param>
public sealed record LetterStanding(Id Conversation, Id Letter, string? Entry, LetterState State, IReadOnlyList<LetterDelivery> Deliveries, DateTimeOffset? NextAttemptAt) : IWithin;
