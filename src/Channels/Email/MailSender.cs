using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Mime.Writing;
using Kanal.Channels.Email.Servers;
using Kanal.Channels.Email.Smtp;

namespace Kanal.Channels.Email;

/// <summary>The door out of this channel: writes a letter out and hands it to the mailbox's server.</summary>
sealed class MailSender(MailServers servers, TimeProvider time) : ISend
{
    public async Task<SendOutcome> SendAsync(MailAccess mailbox, OutboundLetter letter, IReadOnlyList<string> recipients, Func<Task> handing, CancellationToken ct)
    {
        if (mailbox.Outgoing is not { } server)
        {
            throw new InvalidOperationException("This mailbox does not send.");
        }

        if (LetterComposer.Missing(letter) is { } missing)
        {
            return new SendOutcome([.. recipients.Select(one => new RecipientOutcome(one, SendResult.Permanent, $"The file {missing} is not there any more."))]);
        }

        try
        {
            await using var written = Temporary();
            await MailWriter.WriteAsync(LetterComposer.Compose(letter), written, ct);
            written.Position = 0;
            await using var connection = await SmtpConnection.OpenAsync(await servers.SettingsAsync(server, ct), time, ct);
            await handing();
            var outcome = await connection.SendAsync(letter.Automatic ? "" : mailbox.Address, recipients, written, ct);
            return new SendOutcome([.. outcome.Recipients.Select(one => new RecipientOutcome(one.Address, Result(one.Result), one.Reply?.ToString() ?? outcome.Lost?.Message))]);
        }
        catch (MailFault fault)
        {
            // It went to nobody; where that is not known, the outcome has said so.
            var permanent = fault.Kind is MailFaultKind.TooLarge or MailFaultKind.BadAddress or MailFaultKind.Refused;
            return new SendOutcome([.. recipients.Select(one => new RecipientOutcome(one, permanent ? SendResult.Permanent : SendResult.Temporary, fault.Message))], permanent ? null : fault.Sentence);
        }
    }

    static SendResult Result(SmtpResult result) => result switch
    {
        SmtpResult.Accepted => SendResult.Accepted,
        SmtpResult.Temporary => SendResult.Temporary,
        SmtpResult.Permanent => SendResult.Permanent,
        _ => SendResult.Unknown,
    };

    static FileStream Temporary() => new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
