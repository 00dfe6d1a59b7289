using Kanal.Centre.Letters;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email;

/// <summary>From a mailbox's settings to what the two protocols need, with a token where the server asks for one.</summary>
sealed class MailServers(MailTokens tokens)
{
    /// <exception cref="MailFault">No token was to be had.</exception>
    public async Task<MailServerSettings> SettingsAsync(ServerAccess server, CancellationToken ct)
    {
        var settings = new MailServerSettings(server.Host, server.Port, server.Security, server.User) { TrustedFingerprint = server.Fingerprint, LargestMessage = LetterShelf.Largest };
        return server.Authentication == MailAuthentication.Token
            ? settings with { AccessToken = await tokens.AccessAsync(server, ct) }
            : settings with { Password = server.Secrets.Secret };
    }
}
