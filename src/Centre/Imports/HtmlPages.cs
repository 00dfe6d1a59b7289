using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kanal.Centre.Articles;

namespace Kanal.Centre.Imports;

/// <summary>Reads an article from a page of another help centre: its heading, its main part as Markdown, and nothing that runs.</summary>
static partial class HtmlPages
{
    // Reading takes the square of this; what people write is far from it.
    const int Deepest = 150;
    const int MostTags = 100_000;

    const string NotText = "script, style, template, noscript, nav, header, footer, aside, form, iframe, object, embed, svg, math, canvas, audio, video, button, input, select, textarea, link, meta, [hidden], [aria-hidden=true]";

    static readonly HashSet<string> _endOptional = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "caption",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    public static SourceText Read(string file, string text, SourcePath path, string language, IReadOnlyList<string> spoken)
    {
        var page = Parsed(text);
        var name = Title(page) ?? SourcePath.Pretty(path.Name);
        var keywords = page.QuerySelector("meta[name=keywords i]")?.GetAttribute("content") ?? "";
        var main = page.QuerySelector("main article") ?? page.QuerySelector("article") ?? page.QuerySelector("main") ?? page.QuerySelector("[role=main]") ?? page.Body;
        return new SourceText
        {
            File = file,
            Line = 1,
            Group = path.Group,
            Language = path.Language ?? Spoken(page.DocumentElement.GetAttribute("lang"), spoken) ?? language,
            Section = path.Section,
            Slug = path.Slug,
            Content = new ArticleContent
            {
                Title = name,
                Body = main is null ? "" : Body(main, name),
                Keywords = [.. keywords.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            },
        };
    }

    /// <summary>A piece of HTML as Markdown.</summary>
    /// <exception cref="UnreadableException">It stands too deep within itself.</exception>
    public static string Markdown(string html) => Parsed(html).Body is { } body ? Body(body, null) : "";

    static IHtmlDocument Parsed(string html)
    {
        var plain = WithoutDrawings(html);
        return IsTooDeep(plain) ? throw new UnreadableException("The elements of this page stand too deep within each other, or there are too many.") : new HtmlParser().ParseDocument(plain);
    }

    // They are left out anyway, and within them the rules that close an element by itself do not hold.
    static string WithoutDrawings(string html) => Without("math", Without("svg", html));

    static string Without(string name, string html)
    {
        var left = new StringBuilder();
        var at = 0;
        for (int start; (start = html.IndexOf($"<{name}", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            left.Append(html, at, start - at);
            var end = html.IndexOf($"</{name}>", start, StringComparison.OrdinalIgnoreCase);
            at = end < 0 ? html.Length : end + name.Length + 3;
        }

        return left.Append(html, at, html.Length - at).ToString();
    }

    static string Body(IElement main, string? title)
    {
        foreach (var element in main.QuerySelectorAll(NotText))
        {
            element.Remove();
        }

        if (title is not null && main.QuerySelector("h1") is { } heading && Line(heading.TextContent) == title)
        {
            heading.Remove();
        }

        return HtmlMarkdown.Of(main);
    }

    // The page's own heading says what it is about; its title often names the whole help centre as well.
    static string? Title(IDocument page) =>
        Nothing(Line((page.QuerySelector("article h1") ?? page.QuerySelector("main h1") ?? page.QuerySelector("h1"))?.TextContent))
        ?? Nothing(Line(page.Title));

    static string? Spoken(string? tag, IReadOnlyList<string> spoken) =>
        tag is null ? null : spoken.FirstOrDefault(one => one.Equals(tag, StringComparison.OrdinalIgnoreCase)) ?? spoken.FirstOrDefault(one => one.Equals(LanguageTag.Primary(tag), StringComparison.OrdinalIgnoreCase));

    static string Line(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static string? Nothing(string text) => text.Length == 0 ? null : text;

    static bool IsTooDeep(string html)
    {
        var (depth, count) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var isEnd = html[tag.Index + 1] == '/';
            var name = html.Substring(tag.Index + (isEnd ? 2 : 1), tag.Length - (isEnd ? 2 : 1));
            if (!_endOptional.Contains(name))
            {
                depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            }

            if (depth > Deepest || ++count > MostTags)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9:-]*")]
    private static partial Regex Tag();
}
