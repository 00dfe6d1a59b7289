using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kanal.Channels.Email.Mime.Writing;

/// <summary>
/// Writes a draft as RFC 5322 wants it: lines of at most 76 letters, in ASCII, ended by CR LF. Only an address whose part before
/// the @ is not ASCII stands in UTF-8 (RFC 6532). Files go through in pieces.
/// </summary>
public static class MailWriter
{
    public static async Task WriteAsync(MailDraft draft, Stream target, CancellationToken ct)
    {
        var mail = new MailText();
        Head(mail, draft);
        await BodyOf(draft).WriteAsync(mail, target, ct);
        await mail.FlushAsync(target, ct);
    }

    static void Head(MailText mail, MailDraft draft)
    {
        mail.Header("From", MailWords.Address(draft.From));
        Addresses(mail, "To", draft.To);
        Addresses(mail, "Cc", draft.Cc);
        Addresses(mail, "Reply-To", draft.ReplyTo);
        mail.Header("Subject", MailWords.Text(draft.Subject, "Subject: ".Length));
        mail.Header("Date", draft.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + draft.Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        Ids(mail, "Message-ID", [draft.MessageId]);
        Ids(mail, "In-Reply-To", draft.InReplyTo);
        Ids(mail, "References", draft.References);
        foreach (var (name, value) in draft.ExtraHeaders)
        {
            mail.Header(MailWords.HeaderName(name), MailWords.Text(value, name.Length + 2));
        }

        mail.Header("MIME-Version", "1.0");
    }

    static void Addresses(MailText mail, string name, IReadOnlyList<MailAddress> addresses)
    {
        if (addresses.Count > 0)
        {
            mail.Header(name, string.Join(", ", addresses.Select(MailWords.Address)));
        }
    }

    static void Ids(MailText mail, string name, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            mail.Header(name, string.Join(' ', ids.Select(MailWords.Id)));
        }
    }

    static MailPart BodyOf(MailDraft draft)
    {
        var shown = draft.Html is null ? [] : draft.Files.Where(file => file.ContentId is not null).ToList();
        MailPart? html = draft.Html is null ? null : new TextPart("html", draft.Html);
        if (shown.Count > 0)
        {
            html = new SeveralParts("related", Boundary(draft, "related"), [html!, .. shown.Select(file => new FilePart(file))]);
        }

        var text = draft.Text is null && html is not null ? null : new TextPart("plain", draft.Text ?? "");
        var words = text is null || html is null ? text ?? html! : new SeveralParts("alternative", Boundary(draft, "alternative"), [text, html]);
        var attached = draft.Files.Except(shown).ToList();
        return attached.Count == 0 ? words : new SeveralParts("mixed", Boundary(draft, "mixed"), [words, .. attached.Select(file => new FilePart(file))]);
    }

    // "=_" stands in none of the encodings, so no part can hold it.
    static string Boundary(MailDraft draft, string kind) => $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{draft.MessageId} {kind}")).AsSpan(0, 12))}";
}
