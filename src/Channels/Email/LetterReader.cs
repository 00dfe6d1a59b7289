using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kanal.Centre.Customers;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;

namespace Kanal.Channels.Email;

/// <summary>A message as it was sent, brought into the common form of letters.</summary>
sealed class LetterReader : IReadLetters
{
    static readonly string[] _deliveredTo = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To"];

    public InboundLetter Read(Stream raw)
    {
        var digest = Digest(raw);
        var mail = Mail.Read(raw);
        var read = ReadMail.Of(mail);
        return new InboundLetter
        {
            MessageId = mail.MessageId,
            Digest = mail.MessageId is { Length: > 0 } messageId ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{messageId}\n{digest}"))) : digest,
            InReplyTo = mail.InReplyTo,
            References = mail.References,
            From = Addresses(mail.From).FirstOrDefault(),
            ReplyTo = Addresses(mail.ReplyTo),
            To = Addresses(mail.To),
            Cc = Addresses(mail.Cc),
            DeliveredTo = [.. _deliveredTo.SelectMany(mail.Headers.All).Select(value => AddressText.Email(value.Trim(' ', '<', '>'))).OfType<string>().Distinct()],
            Subject = read.Subject,
            Language = mail.Headers.Raw("Content-Language")?.Trim() is { Length: > 0 and <= 20 } tag && !tag.Contains(',') ? tag : null,
            Date = mail.Date,
            Text = read.VisibleText.Trim().Length > 0 ? read.VisibleText : read.Text,
            Html = read.Html,
            Quoted = read.QuotedText,
            Signature = read.Signature,
            HasRemotePictures = read.HasRemotePictures,
            Flags = new LetterFlags(read.Flags.AutoReply, read.Flags.Bounce, read.Flags.List, read.Flags.Loop),
            NoAnswerByMachine = read.SuppressAutoReply,
            Spam = IsSpam(mail.Headers),
            Files = [.. mail.Files.Select(file => new InboundFile(file.Name ?? "", file.Type, file.ContentId is { Length: > 0 } id && file.Type.StartsWith("image/", StringComparison.Ordinal) ? id : null, file.Open))],
            Report = mail.Report is { } report ? new LetterReport(report.About, [.. report.Deliveries.Select(Reported)]) : null,
        };
    }

    public LetterHead Head(Stream raw)
    {
        var mail = Mail.Read(raw);
        return new LetterHead(Addresses(mail.From) is [var from, ..] ? from.Name is { } name ? $"{name} <{from.Address}>" : from.Address : null, mail.Subject);
    }

    // What servers write at the head differs by the way it came; what its writer wrote there is in the Message-ID. So what follows the head counts.
    static string Digest(Stream raw)
    {
        raw.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[64 * 1024];
        var (inHead, last, count) = (true, 0, 0);
        while ((count = raw.Read(piece)) > 0)
        {
            var start = 0;
            for (; inHead && start < count; start++)
            {
                // An empty line: two line ends with nothing but carriage returns between them.
                inHead = piece[start] != '\n' || last != '\n';
                last = piece[start] == '\r' ? last : piece[start];
            }

            // Line ends may change on the way too.
            var kept = 0;
            for (var i = start; i < count; i++)
            {
                if (piece[i] is not ((byte)'\r' or (byte)'\n'))
                {
                    piece[kept++] = piece[i];
                }
            }

            hash.AppendData(piece, 0, kept);
        }

        raw.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static List<LetterAddress> Addresses(IReadOnlyList<MailAddress> given) =>
        [.. given.Select(one => AddressText.Email(one.Address) is { } address ? new LetterAddress(address, Name(one.Name, address)) : null).OfType<LetterAddress>().DistinctBy(one => one.Address)];

    static string? Name(string? name, string address)
    {
        var shown = string.Concat((name ?? "").Where(letter => !char.IsControl(letter))).Trim();
        return shown.Length is 0 or > 200 || shown.Equals(address, StringComparison.OrdinalIgnoreCase) ? null : shown;
    }

    static ReportedDelivery Reported(MailDelivery delivery) => new(
        AddressText.Email(delivery.Address) ?? delivery.Address, delivery.Action == "failed", string.Join(' ', new[] { delivery.Status, delivery.Diagnostic }.OfType<string>()) is { Length: > 0 } detail ? detail : null);

    static bool IsSpam(MailHeaders headers) =>
        headers.Raw("X-Spam-Flag")?.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) is true
        || headers.Raw("X-Spam-Status")?.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) is true
        || headers.Raw("X-Spam")?.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) is true
        || (int.TryParse(headers.Raw("X-MS-Exchange-Organization-SCL")?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) && level >= 5);
}
