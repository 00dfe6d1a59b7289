using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Letters;

/// <summary>An address of ours to which customers write, and from which we answer.</summary>
public sealed record Mailbox
{
    public required Id Id { get; init; }
    public required Id Site { get; init; }
    public required string SiteName { get; init; }

    /// <summary>Where its letters wait.</summary>
    public required Id Queue { get; init; }

    public required string Address { get; init; }

    /// <summary>The name that stands beside the address in our letters; the site's where it is null.</summary>
    public string? Name { get; init; }

    public required bool Active { get; init; }

    /// <summary>The folders that are watched.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>Where letters are fetched; null where a mail server hands them in.</summary>
    public MailServer? Incoming { get; init; }

    /// <summary>Where our letters are handed in; null where this mailbox only receives.</summary>
    public MailServer? Outgoing { get; init; }

    /// <summary>Whether what is sent to <c>local+anything@domain</c> comes to this mailbox too: then answers find their conversation by it.</summary>
    public required bool PlusAddressing { get; init; }

    /// <summary>By language; what stands below our letters.</summary>
    public required IReadOnlyDictionary<string, string> Signatures { get; init; }

    /// <summary>Whether who writes is told at once that it has come, and by when we answer.</summary>
    public required bool Acknowledges { get; init; }

    /// <summary>By language; without one of its own a language has ours.</summary>
    public required IReadOnlyDictionary<string, AcknowledgementText> Acknowledgements { get; init; }

    public required MailboxState State { get; init; }

    /// <summary>Grows with every change.</summary>
    public required long Version { get; init; }
}

/// <param name="Text">With <c>{when}</c> where the time belongs by which we answer.</param>
/// <param name="Subject">Null for "Re:" and theirs.</param>
public sealed record AcknowledgementText(string Text, string? Subject = null);

/// <summary>A mail server as it is shown: everything but the secrets.</summary>
public sealed record MailServer
{
    public required string Host { get; init; }
    public required int Port { get; init; }
    public required MailSecurity Security { get; init; }
    public string? User { get; init; }
    public required MailAuthentication Authentication { get; init; }
    public required bool HasSecret { get; init; }

    /// <summary>With tokens: where the secret, a refresh token, is exchanged for one that is used.</summary>
    public string? TokenUrl { get; init; }

    public string? ClientId { get; init; }
    public required bool HasClientSecret { get; init; }

    /// <summary>The one certificate that is trusted though nobody known has signed it: its SHA-256 in hexadecimal.</summary>
    public string? Fingerprint { get; init; }
}

public enum MailSecurity
{
    /// <summary>Encrypted from the first byte.</summary>
    Implicit,

    /// <summary>Encrypted before anything is said that matters.</summary>
    StartTls,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}

public enum MailAuthentication
{
    Password,
    Token,
}

/// <summary>How a mailbox fares right now.</summary>
public sealed record MailboxState
{
    public required Receiving Incoming { get; init; }
    public required Sending Outgoing { get; init; }

    /// <summary>What keeps letters from coming in.</summary>
    public Sentence? Trouble { get; init; }

    /// <summary>What keeps letters from going out.</summary>
    public Sentence? OutgoingTrouble { get; init; }

    /// <summary>Since when it stands so.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? LastLetterAt { get; init; }

    /// <summary>How many letters could not be taken in and wait for somebody to look at them.</summary>
    public required long SetAside { get; init; }
}

public enum Receiving
{
    Off,
    Connecting,
    Watching,
    Trouble,
}

public enum Sending
{
    Off,
    Ready,
    Trouble,
}
