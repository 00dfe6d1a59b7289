using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanal.Centre.Articles;

/// <summary>An article's Markdown as HTML that is safe to put on a page.</summary>
public static class ArticleHtml
{
    /// <param name="origin">Put before links and pictures of our own, for pages that others serve.</param>
    public static string Of(string markdown, string? origin = null)
    {
        var document = ArticleMarkdown.Read(markdown);
        foreach (var part in document.Descendants().ToList())
        {
            switch (part)
            {
                // The page's own title is the first level.
                case HeadingBlock heading:
                    heading.Level = Math.Min(6, heading.Level + 1);
                    break;
                case LinkInline link:
                    Dress(link, origin);
                    break;
                case AutolinkInline bare:
                    bare.GetAttributes().AddProperty("rel", "nofollow noopener");
                    break;
            }
        }

        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(html);
        ArticleMarkdown.Pipeline.Setup(renderer);
        renderer.Render(document);
        return html.ToString();
    }

    static void Dress(LinkInline link, string? origin)
    {
        link.Url = link.Url is ['/', ..] ? origin + link.Url : link.Url;
        var attributes = link.GetAttributes();
        if (link.IsImage)
        {
            attributes.AddProperty("loading", "lazy");
            attributes.AddProperty("referrerpolicy", "no-referrer");
        }
        else
        {
            attributes.AddProperty("rel", "nofollow noopener");
        }
    }
}
