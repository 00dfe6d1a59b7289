using Kanal.Channels.Email.Mime;

namespace Kanal.Channels.Email.Reading;

/// <summary>A letter as a person is shown it. Everything in it can be stored and put on a page.</summary>
/// <param name="Subject">On one line.</param>
/// <param name="Text">The plain text, or what the HTML says.</param>
/// <param name="Html">Safe to be shown; null where the letter has none.</param>
/// <param name="HasRemotePictures">Whether pictures in it wait for consent.</param>
/// <param name="VisibleText">What its writer wrote this time.</param>
/// <param name="QuotedText">What it answers, as it was quoted; null where nothing was.</param>
public sealed record ReadMail(string Subject, string Text, string? Html, bool HasRemotePictures, string VisibleText, string? QuotedText, string? Signature, MailFlags Flags)
{
    /// <summary>Never answer this without a person.</summary>
    public bool SuppressAutoReply => Flags.SuppressAutoReply;

    public static ReadMail Of(Mail mail)
    {
        var tree = mail.Html is { } html ? HtmlTree.Of(html) : null;
        var safe = tree is null ? null : SafeHtml.Of(tree);
        var plain = string.IsNullOrWhiteSpace(mail.Text) ? null : mail.IsFlowed ? FlowedText.Of(mail.Text, mail.DropsSpaces) : mail.Text;
        var marked = plain is not null ? Clean(plain) : tree is not null ? Storable(HtmlText.Marked(tree)) : Clean(mail.Text ?? mail.Unparted ?? "");
        var visible = Reading.VisibleText.Of(marked);
        return new ReadMail(
            OnOneLine(mail.Subject), QuoteMarks.Removed(marked), safe is null ? null : Storable(safe.Html), safe?.HasRemotePictures == true,
            visible.Text, visible.Quoted, visible.Signature, MailFlags.Of(mail));
    }

    // Letters that we put our own meaning into come from nobody else.
    static string Clean(string text) => Storable(text.AsSpan().ContainsAnyInRange('\ufdd0', '\ufdef') ? string.Concat(text.Where(letter => letter is not (>= '\ufdd0' and <= '\ufdef'))) : text);

    // No database keeps the letter of no meaning, and half a letter is none.
    static string Storable(string text)
    {
        if (!text.AsSpan().ContainsAny('\0', '\u001b') && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        var letters = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not (0 or 0x1b))
            {
                letters.Append(rune);
            }
        }

        return letters.ToString();
    }

    static string OnOneLine(string subject) => Clean(string.Join(' ', subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
