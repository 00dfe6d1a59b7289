using System.Globalization;

namespace Kanal.Channels.Email.Reading;

/// <summary>The HTML of a letter as text: paragraphs, lists, rows of tables, addresses of links, quotations with their mark. What is hidden is left out.</summary>
public sealed class HtmlText
{
    readonly TextLines _lines = new();
    readonly Dictionary<string, bool?> _tiny = [];
    readonly bool _hasLinks;
    bool _isTiny;
    bool _isPreformatted;

    HtmlText(bool hasLinks) => _hasLinks = hasLinks;

    /// <param name="hasLinks">Whether the addresses of links stand behind their texts.</param>
    public static string Of(string html, bool hasLinks = true) => Marked(HtmlTree.Of(html), hasLinks) is var text ? QuoteMarks.Removed(text) : "";

    /// <summary>The same with the marks of <see cref="QuoteMarks"/>, for <see cref="VisibleText"/>.</summary>
    internal static string Marked(HtmlNode root, bool hasLinks = true)
    {
        var text = new HtmlText(hasLinks);
        text.Inside(root);
        return text._lines.Written;
    }

    void Node(HtmlNode node)
    {
        if (node.Text is { } words)
        {
            if (!_isTiny)
            {
                _lines.Write(words, _isPreformatted);
            }

            return;
        }

        if (HtmlStyle.Hides(node))
        {
            return;
        }

        var (wasTiny, wasPreformatted) = (_isTiny, _isPreformatted);
        _isTiny = IsTiny(node) ?? _isTiny;
        _isPreformatted |= node.Name == "pre";
        var mark = QuoteMarks.Of(node);
        if (mark == QuoteMarks.Cut)
        {
            _lines.MarkCut();
        }

        var isMarked = mark is QuoteMarks.Above or QuoteMarks.Signature && _lines.Begin(mark);
        Element(node);
        if (isMarked)
        {
            _lines.End();
        }

        (_isTiny, _isPreformatted) = (wasTiny, wasPreformatted);
    }

    bool? IsTiny(HtmlNode node)
    {
        if (node["style"] is not { } style)
        {
            return null;
        }

        if (!_tiny.TryGetValue(style, out var tiny))
        {
            _tiny[style] = tiny = HtmlStyle.IsTiny(style);
        }

        return tiny;
    }

    void Inside(HtmlNode node)
    {
        foreach (var child in node.Children)
        {
            Node(child);
        }
    }

    void Element(HtmlNode node)
    {
        switch (node.Name)
        {
            case "br":
                _lines.Break();
                break;
            case "hr":
                _lines.Block(2);
                break;
            case "p":
                // Word writes each line as a paragraph without a distance.
                Block(node, node["class"]?.StartsWith("Mso", StringComparison.Ordinal) == true ? 1 : 2);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "dl" or "figure":
                Block(node, 2);
                break;
            case "ul" or "ol":
                List(node);
                break;
            case "li":
                Item(node, "- ");
                break;
            case "blockquote":
                _lines.Block(1);
                _lines.Indent("> ");
                Inside(node);
                _lines.Outdent();
                _lines.Block(1);
                break;
            case "tr":
                Row(node);
                break;
            case "a":
                Link(node);
                break;
            case "div" or "table" or "tbody" or "thead" or "tfoot" or "address" or "article" or "aside" or "center" or "dd" or "details" or "dt" or "fieldset" or "figcaption" or "footer" or "header" or "main" or "nav" or "section" or "summary" or "caption":
                Block(node, 1);
                break;
            default:
                Inside(node);
                break;
        }
    }

    void Block(HtmlNode node, int distance)
    {
        _lines.Block(distance);
        Inside(node);
        _lines.Block(distance);
    }

    void List(HtmlNode list)
    {
        _lines.Block(1);
        var number = int.TryParse(list["start"], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 100_000 ? start : 1;
        foreach (var child in list.Children)
        {
            if (child.Name == "li" && !HtmlStyle.Hides(child))
            {
                Item(child, list.Name == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ");
            }
            else if (child.Name is "ul" or "ol")
            {
                _lines.Indent("  ");
                List(child);
                _lines.Outdent();
            }
            else if (child.Name != "li")
            {
                Node(child);
            }
        }

        _lines.Block(1);
    }

    void Item(HtmlNode item, string mark)
    {
        _lines.Block(1);
        _lines.Bullet(mark);
        _lines.Indent("  ");
        Inside(item);
        _lines.Outdent();
        _lines.Block(1);
    }

    void Row(HtmlNode row)
    {
        _lines.Block(1);
        foreach (var cell in row.Children)
        {
            _lines.Cell();
            if (cell.Name is "td" or "th")
            {
                var wasTiny = _isTiny;
                if (!HtmlStyle.Hides(cell))
                {
                    _isTiny = IsTiny(cell) ?? _isTiny;
                    Inside(cell);
                }

                _isTiny = wasTiny;
            }
            else
            {
                Node(cell);
            }
        }

        _lines.Block(1);
    }

    void Link(HtmlNode link)
    {
        var before = _lines.Length;
        Inside(link);
        if (_hasLinks && SafeAddress.Link(link["href"]) is { } address && _lines.Length > before && !IsSame(_lines.Since(before), address))
        {
            _lines.Write($" <{address}>", true);
        }
    }

    static bool IsSame(string shown, string address)
    {
        var bare = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..] : address;
        return Bare(shown) == Bare(bare) || shown.Contains(bare, StringComparison.OrdinalIgnoreCase);
    }

    static string Bare(string address)
    {
        var at = address.IndexOf("://", StringComparison.Ordinal);
        return string.Concat((at < 0 ? address : address[(at + 3)..]).Where(letter => !char.IsWhiteSpace(letter))).TrimEnd('/').ToUpperInvariant();
    }
}
