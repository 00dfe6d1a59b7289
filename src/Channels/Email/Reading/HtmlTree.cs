using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>
/// The HTML of a letter as a tree that is never deep. AngleSharp reads its tokens; the tree is ours, because the standard's way of mending wrongly
/// nested tags can make millions of elements out of a few kilobytes.
/// </summary>
sealed class HtmlTree : IDisposable
{
    const int Deepest = 100;
    const int MostNodes = 60_000;
    const int FewestNodes = 500;
    const int LettersForNode = 24;
    const int LongestShared = 500;
    const int MostLetters = 4_000_000;

    // What is between their tags is not to be read.
    static readonly HashSet<string> _dropped =
    [
        "script", "style", "title", "xmp", "iframe", "noembed", "noframes", "textarea", "plaintext", "svg", "math", "template", "object", "applet", "select", "audio", "video", "canvas", "map", "datalist",
    ];

    static readonly HashSet<string> _ignored = ["html", "head", "body", "meta", "link", "base", "form", "input", "embed", "param", "source", "track", "frame", "frameset", "noscript", "xml"];

    static readonly HashSet<string> _void = ["br", "hr", "img", "wbr", "col", "area"];

    static readonly HashSet<string> _closesParagraph =
    [
        "address", "article", "aside", "blockquote", "center", "details", "div", "dl", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre",
        "section", "summary", "table", "ul", "li", "dt", "dd",
    ];

    // Many stand in a letter, and all are the same.
    static readonly HtmlNode _break = new("br", null);

    readonly HtmlNode _root = new("", null);
    readonly HashSet<string> _texts = [];
    readonly Func<string, string> _same;
    readonly int _most;
    readonly List<HtmlNode> _open = [];
    readonly HtmlTokenizer _tokens;
    readonly Dictionary<string, int> _counts = [];
    int _nodes;

    HtmlTree(string html)
    {
        _open.Add(_root);
        _same = Same;
        // Else a few letters for each would be enough to take a hundred times the room of the letter.
        _most = Math.Min(MostNodes, Math.Max(FewestNodes, html.Length / LettersForNode));
        _tokens = new HtmlTokenizer(new TextSource(new StringTextSource(html)), HtmlEntityProvider.Resolver);
    }

    /// <returns>The root, which stands for the body.</returns>
    public static HtmlNode Of(string html)
    {
        using var tree = new HtmlTree(html.Length > MostLetters ? html[..MostLetters] : html);
        return tree.Read();
    }

    public void Dispose() => _tokens.Dispose();

    HtmlNode Read()
    {
        for (var token = _tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = _tokens.Get())
        {
            switch (token)
            {
                case HtmlTagToken { Type: HtmlTokenType.StartTag } tag when _dropped.Contains(tag.Name):
                    Drop(tag);
                    break;
                case HtmlTagToken { Type: HtmlTokenType.StartTag } tag when !_ignored.Contains(tag.Name):
                    Start(tag);
                    break;
                case HtmlTagToken { Type: HtmlTokenType.EndTag } tag:
                    End(tag.Name);
                    break;
                case { Type: HtmlTokenType.Character }:
                    Text(token.Data);
                    break;
            }
        }

        return _root;
    }

    void Drop(HtmlTagToken tag)
    {
        var mode = tag.Name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            "plaintext" => HtmlParseMode.Plaintext,
            _ => HtmlParseMode.PCData,
        };
        if (tag.IsSelfClosing && mode == HtmlParseMode.PCData)
        {
            return;
        }

        _tokens.State = mode;
        var depth = 1;
        while (depth > 0 && _tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            depth += token is HtmlTagToken inner && inner.Name == tag.Name ? inner.Type == HtmlTokenType.EndTag ? -1 : inner.IsSelfClosing ? 0 : 1 : 0;
        }
    }

    void Start(HtmlTagToken tag)
    {
        Imply(tag.Name);
        if (_nodes >= _most)
        {
            return;
        }

        _nodes++;
        var node = tag.Name == "br" ? _break : new HtmlNode(Same(tag.Name), null);
        for (var i = 0; node != _break && i < tag.Attributes.Count; i++)
        {
            node.Keep(tag.Attributes[i].Name, tag.Attributes[i].Value, _same);
        }

        _open[^1].Add(node);
        // A stroke before the end means nothing in HTML; in what Word adds to it, it does.
        var isEmpty = _void.Contains(tag.Name) || (tag.IsSelfClosing && tag.Name.Contains(':', StringComparison.Ordinal));
        if (!isEmpty && _open.Count < Deepest)
        {
            Open(node);
        }
    }

    // Which tags end others that were left open.
    void Imply(string name)
    {
        if (_closesParagraph.Contains(name))
        {
            Close("p", "table", "td", "th", "caption");
        }

        switch (name)
        {
            case "li":
                Close("li", "ul", "ol", "table", "td", "th");
                break;
            case "dt" or "dd":
                Close("dt", "dl", "table", "td", "th");
                Close("dd", "dl", "table", "td", "th");
                break;
            case "td" or "th":
                Close("td", "tr", "table");
                Close("th", "tr", "table");
                break;
            case "tr":
                Close("tr", "table");
                break;
            case "tbody" or "thead" or "tfoot":
                Close("tbody", "table");
                Close("thead", "table");
                Close("tfoot", "table");
                break;
            case "a":
                Close("a", "table", "td", "th");
                break;
        }
    }

    void End(string name)
    {
        switch (name)
        {
            case "br":
                if (_nodes++ < _most)
                {
                    _open[^1].Add(_break);
                }

                break;
            case "table":
                Close(name);
                break;
            case "tr" or "td" or "th" or "tbody" or "thead" or "tfoot":
                Close(name, "table");
                break;
            default:
                Close(name, "table", "td", "th");
                break;
        }
    }

    void Open(HtmlNode node)
    {
        _open.Add(node);
        _counts[node.Name] = _counts.GetValueOrDefault(node.Name) + 1;
    }

    // The innermost of that name with all that is in it, unless a border is in between.
    void Close(string name, params ReadOnlySpan<string> borders)
    {
        if (_counts.GetValueOrDefault(name) == 0)
        {
            return;
        }

        for (var i = _open.Count - 1; i > 0; i--)
        {
            if (_open[i].Name == name)
            {
                foreach (var node in _open[i..])
                {
                    _counts[node.Name]--;
                }

                _open.RemoveRange(i, _open.Count - i);
                return;
            }

            if (borders.Contains(_open[i].Name))
            {
                return;
            }
        }
    }

    // A letter that could have begun a tag comes by itself; text stays together all the same.
    void Text(string text)
    {
        if (_open[^1].Children is [.., { IsText: true } last])
        {
            last.Append(text);
        }
        else
        {
            _open[^1].Add(new HtmlNode("", text));
        }
    }

    string Same(string text)
    {
        if (text.Length > LongestShared)
        {
            return text;
        }

        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        _texts.Add(text);
        return text;
    }
}
