using System.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>Elements of a letter that hold what it answers, and the line above them.</summary>
static class QuotedHtml
{
    const int LongestLine = 500;

    public static bool IsQuotation(HtmlNode node) =>
        node.Name == "blockquote" && (node["type"] == "cite" || node["cite"] is not null)
        || node["class"] is { } classes && classes.Split(' ', 20).Any(one => one is "gmail_quote" or "gmail_quote_container" or "moz-cite" or "zmail_extra");

    /// <summary>Whether the child there says who wrote the quotation behind it.</summary>
    public static bool IsAbove(HtmlNode parent, int at)
    {
        var child = parent.Children[at];
        if (child.Name is "br" || !IsFollowed(parent, at))
        {
            return false;
        }

        var line = new StringBuilder();
        Gather(child, line);
        return line.Length is > 0 and <= LongestLine && Attribution.LinesAt(string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? [words] : [""], 0) > 0;
    }

    // The next that is not blank is a quotation; few steps, so that many blanks cost nothing.
    static bool IsFollowed(HtmlNode parent, int at)
    {
        for (var next = at + 1; next < parent.Children.Count && next < at + 6; next++)
        {
            var node = parent.Children[next];
            if (node.IsText ? !string.IsNullOrWhiteSpace(node.Text) : node.Name != "br")
            {
                return !node.IsText && IsQuotation(node);
            }
        }

        return false;
    }

    static void Gather(HtmlNode node, StringBuilder line)
    {
        if (line.Length > LongestLine)
        {
            return;
        }

        line.Append(node.IsText ? node.Text : " ");
        foreach (var child in node.Children)
        {
            Gather(child, line);
        }
    }
}
