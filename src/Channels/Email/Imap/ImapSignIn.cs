using Kanal.Centre.Letters;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Imap;

/// <summary>From the greeting to a signed-in connection, or in words why not.</summary>
static class ImapSignIn
{
    const int LongestGreeting = 8192;

    public static async Task SignInAsync(ImapTalk talk, MailServerSettings settings, CancellationToken ct)
    {
        var isKnown = await GreetingAsync(talk, settings, ct);
        if (talk.Can.Count == 0)
        {
            await CapabilitiesAsync(talk, ct);
        }

        if (settings.Security == MailSecurity.StartTls)
        {
            // Who is signed in already can't begin TLS any more: somebody on the way may have made it so.
            if (isKnown || !talk.Can.Contains("STARTTLS"))
            {
                throw new MailFault(MailFaultKind.NoTls, $"{settings.Host} offers no STARTTLS on port {settings.PortText}: everybody on the way could read along.");
            }

            ImapAnswers.Good(await talk.AskAsync("STARTTLS", ct), settings);
            await talk.Wire.SecureAsync(ct);
            // What was offered before may have been put there by anybody.
            talk.Can = new HashSet<string>();
            await CapabilitiesAsync(talk, ct);
        }

        if (!isKnown)
        {
            var before = talk.Can;
            await LoginAsync(talk, settings, ct);
            if (ReferenceEquals(before, talk.Can))
            {
                await CapabilitiesAsync(talk, ct);
            }
        }
    }

    static async Task<bool> GreetingAsync(ImapTalk talk, MailServerSettings settings, CancellationToken ct) => await talk.GreetingAsync(LongestGreeting, ct) switch
    {
        { Kind: "OK" } => false,
        { Kind: "PREAUTH" } => true,
        var other => throw talk.Wire.Broken(MailFault.Protocol(settings.Host, other.Text)),
    };

    static async Task CapabilitiesAsync(ImapTalk talk, CancellationToken ct) => await talk.AskAsync("CAPABILITY", ct);

    static async Task LoginAsync(ImapTalk talk, MailServerSettings settings, CancellationToken ct)
    {
        var status = settings switch
        {
            { User: { } user, AccessToken: { } token } when talk.Can.Contains("AUTH=XOAUTH2") => await AuthenticateAsync(talk, "XOAUTH2", Sasl.XOAuth2(user, token), ct),
            { User: { } user, AccessToken: null, Password: { } password } when talk.Can.Contains("AUTH=PLAIN") => await AuthenticateAsync(talk, "PLAIN", Sasl.Plain(user, password), ct),
            { User: { } user, AccessToken: null, Password: { } password } when !talk.Can.Contains("LOGINDISABLED") => await talk.AskAsync(new ImapCommand("LOGIN").Text(user).Text(password), ct),
            { AccessToken: null, Password: null } or { User: null } => throw new MailFault(MailFaultKind.NoLogin, $"There is no password for {settings.User ?? "?"} at {settings.Host}."),
            _ => throw new MailFault(MailFaultKind.NoLogin, $"{settings.Host} offers no way to sign in on port {settings.PortText} that Kanal knows."),
        };
        if (!status.IsGood)
        {
            throw status switch
            {
                _ when status.Has("UNAVAILABLE") || status.Has("INUSE") || status.Has("LIMIT") => new MailFault(MailFaultKind.Unavailable, $"{settings.Host} can't sign anybody in just now: {status.Text}"),
                _ when settings.AccessToken is null => new MailFault(MailFaultKind.LoginRefused, $"{settings.Host} refused the user name {settings.User ?? ""} or its password: {status.Text}"),
                _ => new MailFault(MailFaultKind.LoginRefused, $"{settings.Host} refused the access token of {settings.User ?? ""}: {status.Text}"),
            };
        }
    }

    static Task<ImapStatus> AuthenticateAsync(ImapTalk talk, string mechanism, string answer, CancellationToken ct) => talk.Can.Contains("SASL-IR")
        ? talk.AskAsync(new ImapCommand($"AUTHENTICATE {mechanism} {answer}"), ct, answer: "")
        : talk.AskAsync(new ImapCommand($"AUTHENTICATE {mechanism}"), ct, answer: answer);
}
