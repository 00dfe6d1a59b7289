using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Smtp;

/// <summary>What became of a message, for each of those it was for.</summary>
/// <param name="Lost">Where the result is unknown: what happened.</param>
public sealed record SmtpOutcome(IReadOnlyList<SmtpRecipient> Recipients, MailFault? Lost = null)
{
    public bool IsUnknown => Lost is not null;
}

/// <param name="Reply">The server's words on it; null where it is unknown.</param>
public sealed record SmtpRecipient(string Address, SmtpResult Result, SmtpReply? Reply);

public enum SmtpResult
{
    /// <summary>The server has it and answers for it.</summary>
    Accepted,

    /// <summary>Not now: the same may be tried again later.</summary>
    Temporary,

    /// <summary>Not at all.</summary>
    Permanent,

    /// <summary>All of it was sent, and then the connection was lost: the server may have it or not, and a second attempt may be a second letter.</summary>
    Unknown,
}
