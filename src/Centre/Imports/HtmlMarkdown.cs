using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;

namespace Kanal.Centre.Imports;

/// <summary>HTML as the Markdown that our articles are written in. Styles, layout and everything that runs are left behind; links and pictures keep their addresses.</summary>
static class HtmlMarkdown
{
    /// <exception cref="UnreadableException">It stands too deep within itself.</exception>
    public static string Of(IElement root)
    {
        try
        {
            return string.Join("\n\n", Blocks(root)).Trim();
        }
        catch (InsufficientExecutionStackException)
        {
            throw new UnreadableException("The elements of this page stand too deep within each other.");
        }
    }

    static List<string> Blocks(INode parent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        List<string> blocks = [];
        var line = new StringBuilder();
        void End()
        {
            var text = HtmlWords.Tidy(line.ToString());
            line.Clear();
            if (text.Length > 0)
            {
                blocks.Add(text);
            }
        }

        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && IsBlock(element))
            {
                End();
                blocks.AddRange(Block(element).Where(block => block.Trim().Length > 0));
            }
            else
            {
                line.Append(HtmlWords.Of(node));
            }
        }

        End();
        return blocks;
    }

    static IEnumerable<string> Block(IElement element) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => HtmlWords.Line(element) is { Length: > 0 } heading ? [$"{new string('#', Math.Max(2, element.LocalName[1] - '0'))} {heading}"] : [],
        "ul" or "ol" => [Items(element)],
        "pre" => [Code(element)],
        "blockquote" => [Indented(string.Join("\n\n", Blocks(element)), "> ", "> ")],
        "hr" => ["---"],
        "table" => HtmlTable.Of(element),
        "dl" => element.Children.Select(part => part.LocalName == "dt" ? $"**{HtmlWords.Line(part)}**" : string.Join("\n\n", Blocks(part))),
        "summary" or "legend" => [$"**{HtmlWords.Line(element)}**"],
        _ => Blocks(element),
    };

    static string Items(IElement list)
    {
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 1_000_000 ? start : 1;
        List<string> items = [];
        foreach (var item in list.Children)
        {
            var mark = list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            var inside = item.LocalName is "ul" or "ol" ? Items(item) : string.Join(Has(item, "p", "pre", "table") ? "\n\n" : "\n", Blocks(item));
            if (inside.Length > 0)
            {
                items.Add(Indented(inside, mark, new string(' ', mark.Length)));
            }
        }

        return string.Join('\n', items);
    }

    static bool Has(IElement item, params string[] names) => item.Children.Count(child => names.Contains(child.LocalName)) > 1;

    static string Code(IElement element)
    {
        var code = element.TextContent.ReplaceLineEndings("\n").Trim('\n');
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}\n{code}\n{fence}";
    }

    static string Indented(string text, string first, string rest) =>
        first + string.Join('\n', text.Split('\n').Select((line, i) => i == 0 ? line : line.Length == 0 ? rest.TrimEnd() : rest + line));

    static bool IsBlock(IElement element) => element.LocalName is "address" or "article" or "blockquote" or "body" or "center" or "dd" or "details" or "dialog" or "div" or "dl" or "dt"
        or "fieldset" or "figcaption" or "figure" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "legend" or "li" or "main" or "ol" or "p" or "pre" or "section" or "summary" or "table" or "ul";
}
