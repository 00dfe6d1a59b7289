using System.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>
/// The HTML of a letter as it may be shown: listed elements and attributes only, written anew. Nothing runs, loads or covers; remote pictures wait
/// under <c>data-remote-src</c>, pictures of the letter itself stay as <c>cid:</c>. What is quoted has <c>data-quoted</c>, a signature <c>data-signature</c>.
/// </summary>
/// <param name="Html">A piece of a body, balanced.</param>
/// <param name="HasRemotePictures">Whether any were held back.</param>
public sealed record SafeHtml(string Html, bool HasRemotePictures)
{
    static readonly HashSet<string> _elements =
    [
        "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary", "sup", "table",
        "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
    ];

    static readonly HashSet<string> _void = ["br", "hr", "img", "wbr", "col"];

    static readonly HashSet<string> _attributes = ["alt", "title", "width", "height", "colspan", "rowspan", "align", "valign", "border", "cellpadding", "cellspacing", "bgcolor", "color", "face", "size", "dir", "lang", "start", "type", "nowrap", "datetime", "open", "value"];

    static readonly HashSet<string> _numbers = ["width", "height", "colspan", "rowspan", "border", "cellpadding", "cellspacing", "size", "start", "value"];

    public static SafeHtml Of(string html) => Of(HtmlTree.Of(html));

    internal static SafeHtml Of(HtmlNode root)
    {
        var writing = new Writing();
        writing.Inside(root, false);
        return new SafeHtml(writing.Written, writing.HasRemotePictures);
    }

    sealed class Writing
    {
        readonly StringBuilder _html = new();
        readonly Dictionary<string, string> _styles = [];
        bool _isCut;

        public string Written => _html.ToString();

        public bool HasRemotePictures { get; private set; }

        /// <summary>What is inside, with a mark on the outermost of what is quoted and what is a signature.</summary>
        public void Inside(HtmlNode parent, bool isMarked)
        {
            var children = parent.Children;
            for (var i = 0; i < children.Count; i++)
            {
                var child = children[i];
                var mark = isMarked ? "" : child.Text is { } text ? _isCut || QuotedHeader.IsTitle(text.Trim()) ? QuoteMarks.Cut : "" : QuoteMarks.Of(child);
                _isCut |= mark == QuoteMarks.Cut;
                var isQuoted = !isMarked && (_isCut || mark == QuoteMarks.Above || QuotedHtml.IsQuotation(child) || QuotedHtml.IsAbove(parent, i));
                Node(child, isQuoted ? "data-quoted" : mark == QuoteMarks.Signature ? "data-signature" : null, isMarked);
            }
        }

        void Node(HtmlNode node, string? mark, bool isMarked)
        {
            if (node.Text is { } text)
            {
                Text(text, mark);
                return;
            }

            if (HtmlStyle.Hides(node))
            {
                return;
            }

            var isShown = _elements.Contains(node.Name);
            if (isShown)
            {
                _html.Append('<').Append(node.Name);
                Attributes(node);
                _html.Append(mark is null ? "" : " ").Append(mark).Append('>');
            }

            Inside(node, isMarked || (isShown && mark is not null));
            if (isShown && !_void.Contains(node.Name))
            {
                _html.Append("</").Append(node.Name).Append('>');
            }
        }

        void Text(string text, string? mark)
        {
            if (mark is null || string.IsNullOrWhiteSpace(text))
            {
                Escape(text);
                return;
            }

            _html.Append("<span ").Append(mark).Append('>');
            Escape(text);
            _html.Append("</span>");
        }

        void Attributes(HtmlNode node)
        {
            foreach (var (name, value) in node.Attributes)
            {
                if (name == "style")
                {
                    Style(value);
                }
                else if (_attributes.Contains(name) && (!_numbers.Contains(name) || IsMeasure(value)))
                {
                    Attribute(name, value);
                }
            }

            if (node.Name == "a" && SafeAddress.Link(node["href"]) is { } link)
            {
                Attribute("href", link);
                Attribute("rel", "noopener noreferrer nofollow");
                Attribute("target", "_blank");
            }

            if (node.Name == "img")
            {
                Picture(node["src"]);
            }
        }

        // Newsletters say the same of each of their cells.
        void Style(string given)
        {
            if (!_styles.TryGetValue(given, out var safe))
            {
                _styles[given] = safe = HtmlStyle.Safe(given);
            }

            if (safe.Length > 0)
            {
                Attribute("style", safe);
            }
        }

        void Picture(string? source)
        {
            if (SafeAddress.OwnPicture(source) is { } own)
            {
                Attribute("src", own);
                if (own.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
                {
                    Attribute("data-cid", own["cid:".Length..]);
                }
            }
            else if (SafeAddress.RemotePicture(source) is { } remote)
            {
                Attribute("data-remote-src", remote);
                HasRemotePictures = true;
            }
        }

        void Attribute(string name, string value)
        {
            _html.Append(' ').Append(name).Append("=\"");
            Escape(value);
            _html.Append('"');
        }

        void Escape(string text)
        {
            foreach (var letter in text)
            {
                _ = letter switch
                {
                    '&' => _html.Append("&amp;"),
                    '<' => _html.Append("&lt;"),
                    '>' => _html.Append("&gt;"),
                    '"' => _html.Append("&quot;"),
                    '\u00a0' => _html.Append("&nbsp;"),
                    '\0' => _html,
                    _ => _html.Append(letter),
                };
            }
        }

        // 600, 100%, 20px; nothing larger than a page.
        static bool IsMeasure(string value) =>
            value.Length is > 0 and <= 8 && value.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '%' or '+' or 'p' or 'x' or ' ') && (!int.TryParse(value.AsSpan().TrimEnd("px% "), out var number) || number is >= 0 and <= 2_000);
    }
}
