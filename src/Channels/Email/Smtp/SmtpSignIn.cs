using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Smtp;

/// <summary>Signs in, or says why not; never goes on as nobody.</summary>
static class SmtpSignIn
{
    public static async Task SignInAsync(SmtpTalk talk, MailServerSettings settings, SmtpOffers offers, CancellationToken ct)
    {
        if (settings.User is not { } user)
        {
            return;
        }

        var reply = settings switch
        {
            { AccessToken: { } token } when offers.SignIns.Contains("XOAUTH2") => await TokenAsync(talk, user, token, ct),
            { AccessToken: null, Password: { } password } when offers.SignIns.Contains("PLAIN") => await talk.AskAsync($"AUTH PLAIN {Sasl.Plain(user, password)}", ct),
            { AccessToken: null, Password: { } password } when offers.SignIns.Contains("LOGIN") => await LoginAsync(talk, user, password, ct),
            { AccessToken: null, Password: null } => throw new MailFault(MailFaultKind.NoLogin, $"There is no password for {user} at {settings.Host}."),
            _ => throw new MailFault(MailFaultKind.NoLogin, $"{settings.Host} offers no way to sign in on port {settings.PortText} that Kanal knows."),
        };
        if (!reply.IsGood)
        {
            throw Refused(settings, user, reply);
        }
    }

    static async Task<SmtpReply> LoginAsync(SmtpTalk talk, string user, string password, CancellationToken ct)
    {
        var reply = await talk.AskAsync("AUTH LOGIN", ct);
        reply = reply.AsksForMore ? await talk.AskAsync(Sasl.Encoded(user), ct) : reply;
        return reply.AsksForMore ? await talk.AskAsync(Sasl.Encoded(password), ct) : reply;
    }

    // A refusal comes as a question with the reason in it, and the refusal itself after an empty answer.
    static async Task<SmtpReply> TokenAsync(SmtpTalk talk, string user, string token, CancellationToken ct)
    {
        var reply = await talk.AskAsync($"AUTH XOAUTH2 {Sasl.XOAuth2(user, token)}", ct);
        return reply.AsksForMore ? await talk.AskAsync("", ct) : reply;
    }

    static MailFault Refused(MailServerSettings settings, string user, SmtpReply reply) => reply.IsTemporary
        ? new MailFault(MailFaultKind.Unavailable, $"{settings.Host} can't sign anybody in just now: {reply.Text}")
        : settings.AccessToken is null
            ? new MailFault(MailFaultKind.LoginRefused, $"{settings.Host} refused the user name {user} or its password: {reply.Text}")
            : new MailFault(MailFaultKind.LoginRefused, $"{settings.Host} refused the access token of {user}: {reply.Text}");
}
