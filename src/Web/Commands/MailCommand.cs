using System.CommandLine;
using System.Globalization;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;

namespace Kanal.Web.Commands;

/// <summary>How an email is understood, from a file, without an installation.</summary>
static class MailCommand
{
    public static Command Create() => new("mail", "Email.") { Read() };

    static Command Read()
    {
        var file = new Argument<string>("FILE") { Description = "A message as it was sent (.eml)." };
        var json = new Option<bool>("--json") { Description = "Prints one object for other programs." };
        var command = new Command("read", "How a message is understood: who, when, what was written, what came with it, and whether it may be answered without a person.") { file, json };
        command.SetAction(call =>
        {
            try
            {
                using var stream = Seekable(call.GetRequiredValue(file));
                var mail = Mail.Read(stream);
                Print(mail, ReadMail.Of(mail), call.GetValue(json));
                return 0;
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{call.GetRequiredValue(file)} can't be read: {unreadable.Message}");
                return 2;
            }
        });
        return command;
    }

    // What comes through a pipe can be read only once.
    static Stream Seekable(string path)
    {
        var stream = File.OpenRead(path);
        if (stream.CanSeek)
        {
            return stream;
        }

        using (stream)
        {
            var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy;
        }
    }

    static void Print(Mail mail, ReadMail read, bool json)
    {
        if (json)
        {
            Printing.Json(Members(mail, read));
            return;
        }

        Say($"Subject: {read.Subject}");
        Say($"From: {Line(mail.From)}");
        Say($"To: {Line(mail.To)}");
        Say($"Date: {Date(mail)}");
        foreach (var attachment in mail.Files)
        {
            Say($"File: {attachment.Name ?? "without a name"}, {attachment.Type}, {attachment.Size:N0} bytes");
        }

        Say($"May be answered without a person: {(read.SuppressAutoReply ? "no" : "yes")}");
        Say($"");
        Say($"{read.VisibleText}");
    }

    static IEnumerable<(string, object?)> Members(Mail mail, ReadMail read) =>
    [
        ("subject", mail.Headers.Has("Subject") ? mail.Subject : null),
        ("from", Addresses(mail.From)),
        ("to", Addresses(mail.To)),
        ("cc", Addresses(mail.Cc)),
        ("reply_to", Addresses(mail.ReplyTo)),
        ("date", Date(mail)),
        ("message_id", mail.MessageId),
        ("in_reply_to", mail.InReplyTo),
        ("references", mail.References),
        ("text", mail.Text),
        ("text_from_html", mail.Html is { } html ? HtmlText.Of(html, false) : null),
        ("html", read.Html),
        ("has_remote_pictures", read.HasRemotePictures),
        ("visible_text", read.VisibleText),
        ("quoted_text", read.QuotedText),
        ("signature", read.Signature),
        ("attachments", mail.Files.Select(file => new { name = file.Name, type = file.Type, size = file.Size, inline = file.Inline, cid = file.ContentId })),
        ("flags", new { auto_reply = read.Flags.AutoReply, bounce = read.Flags.Bounce, list = read.Flags.List, loop = read.Flags.Loop, suppress_auto_reply = read.SuppressAutoReply }),
        ("report", Report(mail.Report)),
    ];

    static IEnumerable<object> Addresses(IEnumerable<MailAddress> addresses) => addresses.Select(address => new { name = address.Name, address = address.Address });

    static object? Report(MailReport? report) => report is null ? null
        : new { about = report.About, deliveries = report.Deliveries.Select(delivery => new { address = delivery.Address, action = delivery.Action, status = delivery.Status, diagnostic = delivery.Diagnostic }) };

    // A time whose zone nobody told has none here either.
    static string? Date(Mail mail) => mail.Dated is { } dated ? dated.Time.ToString(dated.HasZone ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : null;

    static string Line(IEnumerable<MailAddress> addresses) => string.Join(", ", addresses.Select(address => address.Name is { } name ? $"{name} <{address.Address}>" : address.Address));

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
