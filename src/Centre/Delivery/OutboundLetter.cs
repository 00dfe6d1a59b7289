using Kanal.Centre.Letters;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Delivery;

/// <summary>A letter of ours, with all that a channel needs to write it out; the same at each attempt.</summary>
public sealed record OutboundLetter
{
    public required Id Id { get; init; }

    /// <summary>Without its angle brackets.</summary>
    public required string MessageId { get; init; }

    public required LetterAddress From { get; init; }

    /// <summary>Where answers find their conversation; null where that is <see cref="From"/>.</summary>
    public string? ReplyTo { get; init; }

    public required IReadOnlyList<LetterAddress> To { get; init; }
    public required IReadOnlyList<LetterAddress> Cc { get; init; }
    public required string Subject { get; init; }
    public string? InReplyTo { get; init; }
    public IReadOnlyList<string> References { get; init; } = [];
    public required DateTimeOffset Date { get; init; }
    public required string Text { get; init; }
    public string? Signature { get; init; }

    /// <summary>What was written before: who and when on its first line, then their words.</summary>
    public string? Quoted { get; init; }

    /// <summary>No person wrote it.</summary>
    public bool Automatic { get; init; }

    public required string Language { get; init; }

    /// <summary>The site's colour, such as <c>#0a7ea4</c>.</summary>
    public required string Accent { get; init; }

    public IReadOnlyList<OutboundFile> Files { get; init; } = [];
}

/// <param name="Open">Null where the file is not there any more.</param>
public sealed record OutboundFile(string Name, string Type, Func<Stream?> Open);
