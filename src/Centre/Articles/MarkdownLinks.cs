using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanal.Centre.Articles;

/// <summary>Gives links and pictures in Markdown other addresses, and leaves every other letter as it is.</summary>
static class MarkdownLinks
{
    static readonly MarkdownPipeline _precise = Precise();

    /// <param name="turn">The new address; null to leave it.</param>
    public static string Turn(string markdown, Func<string, bool, string?> turn)
    {
        if (!markdown.Contains("](", StringComparison.Ordinal) && !markdown.Contains("]:", StringComparison.Ordinal))
        {
            return markdown;
        }

        var turned = new StringBuilder();
        var at = 0;
        foreach (var (span, address, isPicture) in Find(markdown).OrderBy(found => found.Span.Start))
        {
            if (span.Start >= at && span.End < markdown.Length && turn(address, isPicture) is { } other && other != address)
            {
                turned.Append(markdown, at, span.Start - at).Append(other);
                at = span.End + 1;
            }
        }

        return turned.Append(markdown, at, markdown.Length - at).ToString();
    }

    static List<(SourceSpan Span, string Address, bool IsPicture)> Find(string markdown)
    {
        try
        {
            var document = Markdown.Parse(markdown, _precise);
            return
            [
                .. document.Descendants<LinkInline>().Where(link => link is { Reference: null, Url: not null, IsAutoLink: false, UrlSpan.IsEmpty: false }).Select(link => (link.UrlSpan, link.Url ?? "", link.IsImage)),
                .. document.Descendants<LinkReferenceDefinition>().Where(link => link is { Url: not null, UrlSpan.IsEmpty: false }).Select(link => (link.UrlSpan, link.Url ?? "", false)),
            ];
        }
        catch (ArgumentException)
        {
            // Too deep to be read; the check of the content says so.
            return [];
        }
    }

    static MarkdownPipeline Precise()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks();
        builder.PreciseSourceLocation = true;
        return builder.Build();
    }
}
