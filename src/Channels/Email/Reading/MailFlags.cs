using Kanal.Channels.Email.Mime;

namespace Kanal.Channels.Email.Reading;

/// <summary>What kind of sender a letter has, as far as it says so.</summary>
/// <param name="AutoReply">Written by a program: an absence note, a confirmation, a report.</param>
/// <param name="Bounce">About a letter that did not arrive, or not yet.</param>
/// <param name="List">Written to many.</param>
/// <param name="Loop">Has been here before: carries our own mark, or went round in circles.</param>
public sealed record MailFlags(bool AutoReply, bool Bounce, bool List, bool Loop)
{
    /// <summary>The header field by which we know our own letters.</summary>
    public const string LoopHeader = "X-Kanal-Loop";

    const int MostHops = 50;

    static readonly string[] _daemons = ["mailer-daemon", "postmaster", "mailerdaemon", "mail-daemon"];

    static readonly string[] _bounceSubjects =
    [
        "undeliverable", "undelivered mail", "mail delivery failed", "mail delivery failure", "delivery status notification", "returned mail", "failure notice", "delivery failure", "mail delivery subsystem", "delivery has failed",
        "nie można dostarczyć", "niedostarczalna", "kan ikke leveres", "kunne ikke leveres", "ikke-leveret", "nelivrat", "unzustellbar", "non remis", "onbestelbaar", "kunde inte levereras", "no se puede entregar",
    ];

    /// <summary>Whether answering it without a person would be wrong: an answer to it might be answered again, or go to the wrong one.</summary>
    public bool SuppressAutoReply { get; private init; }

    public static MailFlags Of(Mail mail)
    {
        var headers = mail.Headers;
        var isReport = mail.Type == "multipart/report";
        var isFromDaemon = IsDaemon(mail);
        var isNullPath = headers.Raw("Return-Path") is { } path && path.Replace(" ", "", StringComparison.Ordinal) is "<>";
        var isBounce = mail.Report is { Deliveries.Count: > 0 }
            || ((isFromDaemon || isNullPath) && (headers.Has("X-Failed-Recipients") || _bounceSubjects.Any(words => mail.Subject.Contains(words, StringComparison.OrdinalIgnoreCase))))
            || (isFromDaemon && isNullPath);
        var precedence = Word(headers.Raw("Precedence"));
        var isSubmitted = Word(headers.Raw("Auto-Submitted")) is not ("" or "no");
        var isAnswer = precedence is "auto_reply" or "auto-reply" || headers.Has("X-Autoreply") || headers.Has("X-Autorespond") || headers.Has("X-Autoresponder") || Word(headers.Raw("X-Auto-Response-Suppress")) is not ("" or "none") && isSubmitted
            || headers.Has("X-Mail-Autoreply") || Word(headers.Raw("X-POST-MessageClass")) is "9;" or "9";
        var isList = headers.Has("List-Id") || headers.Has("List-Unsubscribe") || headers.Has("List-Post") || precedence is "list" or "bulk";
        var isLoop = headers.Has(LoopHeader) || HasCircled(headers);
        return new MailFlags(isSubmitted || isAnswer || isReport, isBounce, isList, isLoop)
        {
            SuppressAutoReply = isSubmitted || isAnswer || isReport || isBounce || isList || isLoop || isNullPath || isFromDaemon || precedence is "junk"
                || Suppresses(headers.Raw("X-Auto-Response-Suppress")),
        };
    }

    static bool IsDaemon(Mail mail) =>
        mail.From.Any(from => IsDaemon(from.Address)) || mail.From.Count == 0 && IsDaemon((mail.Headers.Raw("From") ?? "").Trim(' ', '"', '<', '>')) || IsDaemon((mail.Headers.Raw("Return-Path") ?? "").Trim(' ', '<', '>'));

    static bool IsDaemon(string address) => address.Split('@')[0].Trim('"').Replace(' ', '-') is var local && _daemons.Contains(local, StringComparer.OrdinalIgnoreCase);

    static bool Suppresses(string? kinds) => (kinds ?? "").Split(',', StringSplitOptions.TrimEntries).Any(kind => kind.Equals("All", StringComparison.OrdinalIgnoreCase) || kind.Equals("AutoReply", StringComparison.OrdinalIgnoreCase));

    // Twice into the same mailbox, or through more servers than there are on any way.
    static bool HasCircled(MailHeaders headers) =>
        headers.All("Received").Take(MostHops + 1).Count() > MostHops
        || headers.All("Delivered-To").Take(100).Select(address => address.Trim(' ', '<', '>').ToUpperInvariant()).GroupBy(address => address).Any(same => same.Count() > 1);

    // The first word: what follows are parameters or a remark.
    static string Word(string? value)
    {
        var plain = AddressReading.WithoutComments(value ?? "").Trim().ToLowerInvariant();
        var end = plain.AsSpan().IndexOfAny(' ', ';', '\t');
        return end < 0 ? plain : plain[..end];
    }
}
