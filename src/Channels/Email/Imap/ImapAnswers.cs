using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Imap;

/// <summary>Answers that are not OK, in words.</summary>
static class ImapAnswers
{
    public static void Good(ImapStatus status, MailServerSettings settings)
    {
        if (!status.IsGood)
        {
            throw status.Kind == "NO"
                ? new MailFault(IsPassing(status) ? MailFaultKind.Unavailable : MailFaultKind.Refused, $"{settings.Host} refused: {status.Text}")
                : MailFault.Protocol(settings.Host, status.Text);
        }
    }

    /// <summary>For commands that name a folder.</summary>
    public static void Good(ImapStatus status, MailServerSettings settings, string folder)
    {
        if (status.Kind == "NO" && !IsPassing(status) && !status.Has("OVERQUOTA") && !status.Has("NOPERM") && !status.Has("EXPUNGEISSUED"))
        {
            throw new MailFault(MailFaultKind.NoFolder, $"There is no folder \"{folder}\" in the mailbox of {settings.User ?? ""} at {settings.Host}: {status.Text}");
        }

        Good(status, settings);
    }

    static bool IsPassing(ImapStatus status) => status.Has("UNAVAILABLE") || status.Has("INUSE") || status.Has("LIMIT") || status.Has("SERVERBUG");
}
