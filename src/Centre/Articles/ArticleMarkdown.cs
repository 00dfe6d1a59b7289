using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanal.Centre.Articles;

/// <summary>Markdown as our articles have it: tables, bare links, strikethrough; HTML is only text, and links lead to nothing that runs.</summary>
public static class ArticleMarkdown
{
    const string OwnFiles = "/files/";

    internal static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>False where it is too deep to be read.</summary>
    public static bool IsReadable(string text)
    {
        try
        {
            Markdown.Parse(text, Pipeline);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Where its links and pictures lead.</summary>
    internal static IEnumerable<string> Links(string text) =>
        Read(text).Descendants<Inline>().Select(inline => inline is LinkInline link ? link.Url : (inline as AutolinkInline)?.Url).OfType<string>();

    internal static MarkdownDocument Read(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var inline in document.Descendants<Inline>().ToList())
        {
            if (inline is LinkInline link)
            {
                link.Url = link.GetDynamicUrl?.Invoke() ?? link.Url;
                link.GetDynamicUrl = null;
                if (!(link.IsImage ? IsPicture(link.Url) : IsLink(link.Url)))
                {
                    link.ReplaceBy(new ContainerInline());
                }
            }
            else if (inline is AutolinkInline { IsEmail: false } bare && !IsLink(bare.Url))
            {
                bare.ReplaceBy(new LiteralInline(bare.Url));
            }
        }

        return document;
    }

    static bool IsLink(string? url) => IsHere(url) || url?.StartsWith('#') == true || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel");

    static bool IsPicture(string? url) => (IsHere(url) && url?.StartsWith(OwnFiles, StringComparison.Ordinal) == true) || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https");

    // "//host" and "/\host" lead to other hosts.
    static bool IsHere(string? url) => url is ['/', ..] and not ['/', '/' or '\\', ..];
}
