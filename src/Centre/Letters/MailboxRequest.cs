using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>A new mailbox, or what is to change in one. What is left out stays as it is; in a new one it takes its usual value.</summary>
public sealed record MailboxRequest
{
    /// <summary>Of a new mailbox; it never changes.</summary>
    public Id? Site { get; init; }

    /// <summary>Left out in a new one: the queue to which the site's letters have gone so far.</summary>
    public Id? Queue { get; init; }

    public string? Address { get; init; }

    /// <summary>Empty for the site's name.</summary>
    public string? Name { get; init; }

    public bool? Active { get; init; }
    public IReadOnlyList<string>? Folders { get; init; }
    public MailServerRequest? Incoming { get; init; }
    public MailServerRequest? Outgoing { get; init; }

    /// <summary>Fetches no letters any more.</summary>
    public bool NoIncoming { get; init; }

    /// <summary>Sends no letters any more.</summary>
    public bool NoOutgoing { get; init; }

    public bool? PlusAddressing { get; init; }
    public IReadOnlyDictionary<string, string>? Signatures { get; init; }
    public bool? Acknowledges { get; init; }
    public IReadOnlyDictionary<string, AcknowledgementText>? Acknowledgements { get; init; }

    /// <summary>The version that was read; the change is refused where there is a newer one.</summary>
    public long? Version { get; init; }
}

public sealed record MailServerRequest
{
    public required string Host { get; init; }
    public required int Port { get; init; }
    public MailSecurity Security { get; init; }
    public string? User { get; init; }
    public MailAuthentication Authentication { get; init; }

    /// <summary>The password, or the token; left out: as it is. It is never shown.</summary>
    public string? Secret { get; init; }

    public string? TokenUrl { get; init; }
    public string? ClientId { get; init; }

    /// <summary>Left out: as it is. It is never shown.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The one certificate that is trusted though nobody known has signed it: its SHA-256 in hexadecimal, as a test of the connection names it.</summary>
    public string? Fingerprint { get; init; }

    public override string ToString() => $"{Host}:{Port}";
}
