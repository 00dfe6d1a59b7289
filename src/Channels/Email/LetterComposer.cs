using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Mime.Writing;
using Kanal.Channels.Email.Reading;

namespace Kanal.Channels.Email;

/// <summary>A letter of ours as a message: plain text and the same in HTML with the site's look, our signature, and below what was written before.</summary>
static partial class LetterComposer
{
    /// <summary>The name of a file that can't be sent along because it is gone.</summary>
    public static string? Missing(OutboundLetter letter)
    {
        foreach (var file in letter.Files)
        {
            using var content = file.Open();
            if (content is null)
            {
                return file.Name;
            }
        }

        return null;
    }

    public static MailDraft Compose(OutboundLetter letter) => new()
    {
        From = Address(letter.From),
        To = [.. letter.To.Select(Address)],
        Cc = [.. letter.Cc.Select(Address)],
        ReplyTo = letter.ReplyTo is { } answers ? [new MailAddress(letter.From.Name, answers)] : [],
        Subject = letter.Subject,
        MessageId = letter.MessageId,
        InReplyTo = letter.InReplyTo is { } before ? [before] : [],
        References = letter.References,
        Date = letter.Date,
        Text = Plain(letter),
        Html = Html(letter),
        Files = [.. letter.Files.Select(file => new MailDraftFile(file.Name, file.Type, () => file.Open() ?? Stream.Null))],
        ExtraHeaders = letter.Automatic
            ? [("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All"), ("Precedence", "bulk"), (MailFlags.LoopHeader, "1")]
            : [],
    };

    static MailAddress Address(LetterAddress one) => new(one.Name, one.Address);

    static string Plain(OutboundLetter letter)
    {
        var text = new StringBuilder(letter.Text.ReplaceLineEndings("\n").TrimEnd());
        if (letter.Signature is { Length: > 0 } signature)
        {
            // By this line other programs know where a signature begins.
            text.Append("\n\n-- \n").Append(signature.ReplaceLineEndings("\n").Trim());
        }

        if (letter.Quoted is { Length: > 0 } quoted)
        {
            var (heading, words) = Parts(quoted);
            text.Append("\n\n").Append(heading).Append('\n').AppendJoin('\n', words.Split('\n').Select(line => line.StartsWith('>') ? $">{line}" : $"> {line}"));
        }

        return text.Append('\n').ToString();
    }

    static string Html(OutboundLetter letter)
    {
        var html = new StringBuilder($"""<!DOCTYPE html><html lang="{WebUtility.HtmlEncode(letter.Language)}"><head><meta charset="utf-8"></head><body style="margin:0;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;color:#1f2328">""");
        html.Append(Paragraphs(letter.Text));
        if (letter.Signature is { Length: > 0 } signature)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<div style="margin-top:20px;padding-top:10px;border-top:3px solid {WebUtility.HtmlEncode(letter.Accent)};color:#57606a;font-size:14px">""").Append(Lines(signature.Trim())).Append("</div>");
        }

        if (letter.Quoted is { Length: > 0 } quoted)
        {
            var (heading, words) = Parts(quoted);
            html.Append("""<div style="margin-top:24px;color:#57606a">""").Append(Lines(heading)).Append("""</div><blockquote type="cite" style="margin:8px 0 0;padding-left:12px;border-left:2px solid #d0d7de;color:#57606a">""").Append(Paragraphs(words)).Append("</blockquote>");
        }

        return html.Append("</body></html>").ToString();
    }

    static (string Heading, string Words) Parts(string quoted)
    {
        var end = quoted.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (quoted, "") : (quoted[..end], quoted[(end + 1)..].Trim('\n'));
    }

    static string Paragraphs(string text) =>
        string.Concat(Blank().Split(text.ReplaceLineEndings("\n").Trim()).Where(paragraph => paragraph.Trim().Length > 0).Select(paragraph => $"""<p style="margin:0 0 12px">{Lines(paragraph)}</p>"""));

    static string Lines(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var link in Link().EnumerateMatches(text))
        {
            var address = WebUtility.HtmlEncode(text.Substring(link.Index, link.Length));
            html.Append(WebUtility.HtmlEncode(text[at..link.Index])).Append(CultureInfo.InvariantCulture, $"""<a href="{address}">{address}</a>""");
            at = link.Index + link.Length;
        }

        return html.Append(WebUtility.HtmlEncode(text[at..])).Replace("\n", "<br>\n").ToString();
    }

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]}']", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
