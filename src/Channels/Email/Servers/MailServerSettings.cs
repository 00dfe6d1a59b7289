using System.Globalization;
using Kanal.Centre.Letters;

namespace Kanal.Channels.Email.Servers;

/// <summary>How a mail server is reached and signed in to. Its text never holds a secret.</summary>
/// <param name="Host">A name, which must stand in the server's certificate, or an address.</param>
/// <param name="User">Null to send without signing in.</param>
public sealed record MailServerSettings(string Host, int Port, MailSecurity Security, string? User = null)
{
    public string? Password { get; init; }

    /// <summary>Instead of a password: an OAuth 2 access token, for XOAUTH2.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The SHA-256 of the one certificate that is trusted, in hexadecimal with or without colons; whoever signed it.</summary>
    public string? TrustedFingerprint { get; init; }

    /// <summary>A file of certificates in PEM form that are trusted to sign the server's, instead of the system's.</summary>
    public string? TrustedAuthorities { get; init; }

    /// <summary>What we call ourselves in SMTP; our address where it is null.</summary>
    public string? OwnName { get; init; }

    /// <summary>For one answer. The answer to a whole message may take ten times as long.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of the largest message that is fetched.</summary>
    public long LargestMessage { get; init; } = 150_000_000;

    /// <summary>As it stands in sentences: a number, but none to count with.</summary>
    internal string PortText => Port.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{User}@{Host}:{Port} ({Security})");
}
