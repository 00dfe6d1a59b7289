using System.Text.RegularExpressions;
using Kanal.Centre.Articles;

namespace Kanal.Centre.Imports;

/// <summary>The steps of a guide that is written as one text: each begins with a heading of the second level.</summary>
static partial class GuideSteps
{
    public static ArticleContent FromHeadings(ArticleContent content)
    {
        var headings = Heading().Matches(content.Body);
        return headings.Count == 0 ? content : content with
        {
            Body = content.Body[..headings[0].Index].Trim(),
            Steps = [.. headings.Select((heading, i) =>
            {
                var start = heading.Index + heading.Length;
                var end = i + 1 < headings.Count ? headings[i + 1].Index : content.Body.Length;
                return new GuideStep(heading.Groups[1].Value, content.Body[start..end].Trim());
            })],
        };
    }

    // "## 1. Find your booking" says its number as well.
    [GeneratedRegex(@"^##[ \t]+(?:\d{1,2}[.)][ \t]+)?(\S.*?)[ \t]*#*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
