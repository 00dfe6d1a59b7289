using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>What a channel needs to fetch from a mailbox and to send from it, secrets and all. It is never answered to anybody, nor logged.</summary>
public sealed record MailAccess(Id Mailbox, Id Site, string Address, string? Name, IReadOnlyList<string> Folders, ServerAccess? Incoming, ServerAccess? Outgoing)
{
    public bool PlusAddressing { get; init; }

    /// <summary>By language.</summary>
    public IReadOnlyDictionary<string, string> Signatures { get; init; } = new Dictionary<string, string>();

    /// <summary>What lay in it before is history.</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; init; }

    public override string ToString() => Address;
}

/// <summary>How to get into one mail server.</summary>
public sealed record ServerAccess(string Host, int Port, MailSecurity Security, string? User, MailAuthentication Authentication, ServerSecrets Secrets)
{
    /// <summary>Whose server it is.</summary>
    public Id Mailbox { get; init; }

    public string? TokenUrl { get; init; }
    public string? ClientId { get; init; }

    /// <summary>Of the one certificate that is trusted.</summary>
    public string? Fingerprint { get; init; }

    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>As it is sealed.</summary>
/// <param name="Secret">The password, or the token.</param>
public sealed record ServerSecrets(string? Secret, string? ClientSecret)
{
    public override string ToString() => "secrets of a mail server";
}
