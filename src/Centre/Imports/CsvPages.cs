using System.Globalization;
using Kanal.Centre.Articles;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Reads articles from a table: a row for each text, its columns by their names.</summary>
static class CsvPages
{
    static readonly Dictionary<string, string> _columns = Columns(
        ("title", "title titel name subject headline tytuł titlu"),
        ("body", "body text answer content markdown svar tekst"),
        ("html", "html html-body body-html"),
        ("language", "language lang locale sprog język limbă"),
        ("section", "section category folder sektion kategori"),
        ("kind", "kind type"),
        ("audience", "audience"),
        ("questions", "questions question spørgsmål"),
        ("keywords", "keywords tags labels"),
        ("slug", "slug"),
        ("article", "article group key"),
        ("id", "id"),
        ("shortcut", "shortcut"),
        ("specialists", "specialists"),
        ("position", "position order"));

    public static IEnumerable<SourceText> Read(string file, string text, string language)
    {
        var rows = CsvTable.Read(text);
        if (rows.Count == 0)
        {
            throw new UnreadableException("This table is empty.");
        }

        var (line, header) = rows[0];
        List<string?> names = [.. header.Select(name => _columns.GetValueOrDefault(name.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-')))];
        if (!names.Contains("title") || !(names.Contains("body") || names.Contains("html")))
        {
            throw new UnreadableException("The first row should name the columns; \"title\" and \"body\" (or \"html\") are needed.", line);
        }

        if (names.OfType<string>().GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UnreadableException($"Two columns are the \"{twice.Key}\".", line);
        }

        return rows.Skip(1).Select(row => new CsvRow(file, row.Line, names, row.Cells).Read(language));
    }

    static Dictionary<string, string> Columns(params (string Column, string Names)[] known) =>
        known.SelectMany(one => one.Names.Split(' '), (one, name) => (one.Column, name)).ToDictionary(pair => pair.name, pair => pair.Column);

    sealed class CsvRow(string file, int line, List<string?> names, IReadOnlyList<string> cells)
    {
        readonly List<ImportFault> _faults = [];

        public SourceText Read(string language)
        {
            if (cells.Count > names.Count)
            {
                Fault($"This row has {cells.Count} cells, but there are {names.Count} columns.");
            }

            var title = Cell("title") ?? "";
            var kind = Member<ArticleKind>("kind");
            var spoken = Cell("language") ?? language;
            var content = new ArticleContent { Title = title, Body = Body(), Questions = Words("questions", '|', '\n'), Keywords = Words("keywords", '|', '\n', ',') };
            return new SourceText
            {
                File = file,
                Line = line,
                Group = $"{file}#{Cell("article") ?? Cell("id") ?? Cell("slug") ?? Cell("shortcut") ?? title}",
                Language = spoken,
                Content = kind == ArticleKind.Guide ? GuideSteps.FromHeadings(content) : content,
                Id = Known("id", text => Id.TryParse(text, null, out var id) ? id : (Id?)null, "an id of thirteen letters and digits"),
                Kind = kind,
                Audience = Member<Audience>("audience"),
                Position = Known("position", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null, "a whole number"),
                Specialists = Cell("specialists"),
                Section = names.Contains("section") ? Words("section", '>', '/') : null,
                IsSectionTold = names.Contains("section"),
                Slug = Cell("slug"),
                IsSlugTold = Cell("slug") is not null,
                Shortcut = Cell("shortcut"),
                Faults = _faults,
            };
        }

        string Body()
        {
            try
            {
                return Cell("html") is { } html ? HtmlPages.Markdown(html) : Cell("body") ?? "";
            }
            catch (UnreadableException wrong)
            {
                Fault(wrong.Sentence);
                return "";
            }
        }

        string? Cell(string name) => names.IndexOf(name) is >= 0 and var column && column < cells.Count && cells[column].Trim() is { Length: > 0 } cell ? cell : null;

        List<string> Words(string name, params char[] separators) => [.. (Cell(name) ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

        T? Member<T>(string name) where T : struct, Enum =>
            Known(name, text => Enum.GetValues<T>().Where(one => one.Text().Equals(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)).Select(one => (T?)one).FirstOrDefault(),
                $"one of {string.Join(", ", Enum.GetValues<T>().Select(one => one.Text()))}");

        T? Known<T>(string name, Func<string, T?> read, Sentence what)
            where T : struct
        {
            if (Cell(name) is not { } text)
            {
                return null;
            }

            var value = read(text);
            if (value is null)
            {
                Fault($"\"{name}\" should be {what}.");
            }

            return value;
        }

        void Fault(Sentence sentence) => _faults.Add(new ImportFault(file, line, sentence));
    }
}
