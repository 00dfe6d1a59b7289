using System.Globalization;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Smtp;

/// <summary>One message, from MAIL to the answer after its last dot.</summary>
sealed class SmtpSending(SmtpTalk talk, MailServerSettings settings, SmtpOffers offers)
{
    // So many answers fit into the least of buffers: more at once, and both sides might wait for each other.
    const int AtOnce = 50;

    const int PatienceForAll = 10;

    static readonly SmtpReply _asciiOnly = new(553, "5.6.7", ["The server takes no letters beyond ASCII before the @."]);

    public async Task<SmtpOutcome> SendAsync(string from, IReadOnlyList<string> recipients, SmtpNeeds needs, Stream message, CancellationToken ct)
    {
        var plain = recipients.Where(recipient => offers.Utf8 || recipient.All(char.IsAscii)).Distinct().ToList();
        var replies = recipients.Except(plain).ToDictionary(recipient => recipient, _ => _asciiOnly);
        if (plain.Count > 0)
        {
            var mail = await EnvelopeAsync(Mail(from, needs, plain), plain, replies, ct);
            if (!mail.IsGood)
            {
                plain.ForEach(recipient => replies[recipient] = mail);
            }

            if (replies.Values.Any(reply => reply.IsGood))
            {
                return await MessageAsync(recipients, replies, message, ct);
            }

            await ForgetAsync(ct);
        }

        return Outcome(recipients, replies, null, null);
    }

    async Task<SmtpReply> EnvelopeAsync(string mail, List<string> recipients, Dictionary<string, SmtpReply> replies, CancellationToken ct)
    {
        if (!offers.Pipelining)
        {
            var reply = await talk.AskAsync(mail, ct);
            foreach (var recipient in reply.IsGood ? recipients : [])
            {
                replies[recipient] = await talk.AskAsync(Recipient(recipient), ct);
            }

            return reply;
        }

        SmtpReply? first = null;
        foreach (var some in recipients.Chunk(AtOnce))
        {
            await talk.SayAsync([.. first is null ? [mail] : Array.Empty<string>(), .. some.Select(Recipient)], ct);
            first ??= await talk.ListenAsync(ct);
            foreach (var recipient in some)
            {
                replies[recipient] = await talk.ListenAsync(ct);
            }

            if (!first.IsGood)
            {
                break;
            }
        }

        return first!;
    }

    async Task<SmtpOutcome> MessageAsync(IReadOnlyList<string> recipients, Dictionary<string, SmtpReply> replies, Stream message, CancellationToken ct)
    {
        var go = await talk.AskAsync("DATA", ct);
        if (!go.AsksForMore)
        {
            await ForgetAsync(ct);
            return Outcome(recipients, replies, go, null);
        }

        try
        {
            await SmtpBody.WriteAsync(talk.Wire, message, ct);
        }
        catch
        {
            // The server must not take half a message for a whole one.
            await talk.Wire.DisposeAsync();
            throw;
        }

        // From here on it may have arrived, whatever happens to us.
        try
        {
            await SmtpBody.EndAsync(talk.Wire, ct);
            return Outcome(recipients, replies, await talk.ListenAsync(settings.Timeout * PatienceForAll, ct), null);
        }
        catch (MailFault lost)
        {
            return Outcome(recipients, replies, null, lost);
        }
        catch (OperationCanceledException)
        {
            return Outcome(recipients, replies, null, MailFault.TimedOut(settings.Host));
        }
    }

    static SmtpOutcome Outcome(IReadOnlyList<string> recipients, Dictionary<string, SmtpReply> replies, SmtpReply? message, MailFault? lost) =>
        new([.. recipients.Select(recipient => Of(recipient, replies[recipient], message, lost))], lost);

    static SmtpRecipient Of(string address, SmtpReply own, SmtpReply? message, MailFault? lost) => own.IsGood
        ? lost is not null ? new SmtpRecipient(address, SmtpResult.Unknown, null) : new SmtpRecipient(address, (message ?? own).Result, message ?? own)
        : new SmtpRecipient(address, own.Result, own);

    // The connection stays good for the next message; where it does not, that one finds out.
    async Task ForgetAsync(CancellationToken ct)
    {
        try
        {
            await talk.AskAsync("RSET", ct);
        }
        catch (MailFault)
        {
            // What was asked has been answered.
        }
    }

    string Mail(string from, SmtpNeeds needs, List<string> recipients) => string.Create(CultureInfo.InvariantCulture,
        $"MAIL FROM:<{from}>{(offers.LargestMessage is null ? "" : $" SIZE={needs.Size}")}{(needs.EightBit ? " BODY=8BITMIME" : "")}{(needs.Utf8 || !from.All(char.IsAscii) || recipients.Exists(recipient => !recipient.All(char.IsAscii)) ? " SMTPUTF8" : "")}");

    // Asked for because some servers stay silent about failures otherwise; nobody is asked about success.
    string Recipient(string address) => $"RCPT TO:<{address}>{(offers.Reports ? " NOTIFY=FAILURE,DELAY" : "")}";
}
