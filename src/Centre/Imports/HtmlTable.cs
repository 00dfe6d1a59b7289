using AngleSharp.Dom;

namespace Kanal.Centre.Imports;

/// <summary>A table of a page as a Markdown table; one that only lays out the page, as its cells one after the other.</summary>
static class HtmlTable
{
    public static IEnumerable<string> Of(IElement table)
    {
        List<IElement[]> rows = [.. table.QuerySelectorAll("tr").Where(row => Nearest(row) == table).Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToArray()).Where(row => row.Length > 0)];
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Length);
        if (width < 2 || table.QuerySelector("table") is not null)
        {
            return rows.SelectMany(row => row).Select(HtmlMarkdown.Of);
        }

        var lines = rows.ConvertAll(row => Line(row.Select(Cell), width));
        lines.Insert(1, Line(Enumerable.Repeat("---", width), width));
        var caption = table.QuerySelector("caption") is { } said ? HtmlWords.Line(said) : "";
        return caption.Length == 0 ? [string.Join('\n', lines)] : [$"**{caption}**", string.Join('\n', lines)];
    }

    static IElement? Nearest(IElement row) => row.Closest("table");

    static string Cell(IElement cell) => HtmlWords.Line(cell).Replace("|", "\\|", StringComparison.Ordinal);

    static string Line(IEnumerable<string> cells, int width)
    {
        string[] given = [.. cells];
        return $"| {string.Join(" | ", given.Concat(Enumerable.Repeat("", width - given.Length)))} |";
    }
}
