using System.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>Where mail programs say in their HTML that a quotation or a signature begins. Text carries it as letters that mean nothing else.</summary>
static class QuoteMarks
{
    /// <summary>A line of its own: what follows is quoted.</summary>
    public const string Cut = VisibleText.Mark;

    /// <summary>In front of a line that says who wrote what follows.</summary>
    public const string Above = "\ufdd1";

    /// <summary>In front of a line of a signature.</summary>
    public const string Signature = "\ufdd2";

    static readonly string[] _cutIds = ["divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION", "mail-editor-reference-message-container", "ms-outlook-mobile-reference-message", "reply-intro", "isForwardContent", "isReplyContent"];

    static readonly string[] _cutClasses = ["OutlookMessageHeader", "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "ms-outlook-mobile-reference-message", "moz-forward-container", "WordSection1_quoted", "cs2F8FE0B4_quoted"];

    static readonly string[] _aboveClasses = ["gmail_attr", "moz-cite-prefix", "moz-email-headers-table"];

    static readonly string[] _signatureClasses = ["gmail_signature", "moz-signature", "gmail_signature_prefix", "protonmail_signature_block-user", "elementToProof_signature"];

    /// <summary>One of the marks, or nothing.</summary>
    public static string Of(HtmlNode node)
    {
        if (node["id"] is { } id)
        {
            // Outlook on the web puts x_ before names when it answers.
            var plain = id.StartsWith("x_", StringComparison.Ordinal) ? "" : id;
            if (Array.IndexOf(_cutIds, plain) >= 0)
            {
                return Cut;
            }

            if (plain is "Signature" or "signature" or "ms-outlook-mobile-signature" or "AppleMailSignature" or "lineBreakAtBeginningOfSignature")
            {
                return Signature;
            }
        }

        if (node["class"] is { } classes)
        {
            foreach (var one in classes.Split(' ', 20, StringSplitOptions.RemoveEmptyEntries))
            {
                var mark = Array.IndexOf(_cutClasses, one) >= 0 ? Cut : Array.IndexOf(_aboveClasses, one) >= 0 ? Above : Array.IndexOf(_signatureClasses, one) >= 0 ? Signature : "";
                if (mark.Length > 0)
                {
                    return mark;
                }
            }
        }

        return node.Name == "div" && node["style"] is { } style && IsOutlookRule(style) ? Cut : "";
    }

    public static string Removed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ufdd0', '\ufdd2'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n').Where(line => line != Cut))
        {
            plain.Append(plain.Length == 0 ? "" : "\n").Append(line.TrimStart('\ufdd1', '\ufdd2'));
        }

        return plain.ToString();
    }

    // The thin line that Outlook and Windows Mail draw above the header of what they quote.
    static bool IsOutlookRule(string style)
    {
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("border-top:solid#E1E1E1", StringComparison.OrdinalIgnoreCase) || plain.Contains("border-top:solid#B5C4DF", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("border-top-color:rgb(229,229,229)", StringComparison.OrdinalIgnoreCase);
    }
}
