namespace Kanal.Centre.Letters;

/// <summary>A letter as a channel has understood it: everything that the contact centre needs to know of it.</summary>
public sealed record InboundLetter
{
    /// <summary>Without its angle brackets; null where it has none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Names the same letter again, by whichever way it comes: made of its Message-ID and its content.</summary>
    public required string Digest { get; init; }

    public IReadOnlyList<string> InReplyTo { get; init; } = [];
    public IReadOnlyList<string> References { get; init; } = [];
    public LetterAddress? From { get; init; }

    /// <summary>Where answers are wanted, where that is not who wrote.</summary>
    public IReadOnlyList<LetterAddress> ReplyTo { get; init; } = [];

    public IReadOnlyList<LetterAddress> To { get; init; } = [];
    public IReadOnlyList<LetterAddress> Cc { get; init; } = [];

    /// <summary>To which addresses servers say that they delivered it.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    public string Subject { get; init; } = "";

    /// <summary>The language that its writer's program says it is in, as a tag; null where it says none, or several.</summary>
    public string? Language { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>What is new in it: without the quoted tail and the signature.</summary>
    public string Text { get; init; } = "";

    /// <summary>Made safe; remote pictures are held back.</summary>
    public string? Html { get; init; }

    public string? Quoted { get; init; }
    public string? Signature { get; init; }
    public bool HasRemotePictures { get; init; }
    public LetterFlags Flags { get; init; } = new();

    /// <summary>A machine wrote it, or asks that none answers.</summary>
    public bool NoAnswerByMachine { get; init; }

    /// <summary>A filter on its way took it for spam.</summary>
    public bool Spam { get; init; }

    public IReadOnlyList<InboundFile> Files { get; init; } = [];

    /// <summary>What it reports about letters of ours.</summary>
    public LetterReport? Report { get; init; }
}

/// <param name="Address">In the form that is kept: lower case.</param>
public sealed record LetterAddress(string Address, string? Name = null);

public sealed record LetterFlags(bool AutoReply = false, bool Bounce = false, bool List = false, bool Loop = false)
{
    /// <summary>It is about no matter of a customer's: it came by itself.</summary>
    public bool Automatic => AutoReply || Bounce || Loop;
}

/// <param name="ContentId">By which the text shows it; null for an attachment.</param>
public sealed record InboundFile(string Name, string? Type, string? ContentId, Func<Stream> Open);

/// <summary>A delivery report.</summary>
/// <param name="About">The Message-ID of the letter that it is about.</param>
public sealed record LetterReport(string? About, IReadOnlyList<ReportedDelivery> Deliveries);

/// <param name="Failed">For good; a delay is not.</param>
public sealed record ReportedDelivery(string Address, bool Failed, string? Detail);

/// <summary>A channel that understands letters.</summary>
public interface IReadLetters
{
    /// <summary>Understands a letter as far as that is possible; whatever it holds, it is none to be refused.</summary>
    /// <param name="raw">Seekable; it stays open for as long as files are read from it.</param>
    InboundLetter Read(Stream raw);

    /// <summary>Who wrote it and about what, without the rest of it.</summary>
    /// <param name="raw">Seekable.</param>
    LetterHead Head(Stream raw);
}

/// <param name="Sender">With the name that stands beside the address.</param>
public sealed record LetterHead(string? Sender, string? Subject);
