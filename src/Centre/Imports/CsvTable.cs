using System.Text;

namespace Kanal.Centre.Imports;

/// <summary>Reads CSV (RFC 4180) to the letter: cells in quotes may hold separators and lines, and a quote within is written twice.</summary>
public static class CsvTable
{
    const int MostRows = 20_000;
    const int MostCells = 100;

    static readonly char[] _separators = [',', ';', '\t', '|'];

    /// <summary>Rows that are not empty, each with the line on which it begins.</summary>
    /// <exception cref="UnreadableException">A quote is not where it should be, or there is too much.</exception>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Read(string text, int mostRows = MostRows)
    {
        var whole = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var (separator, start) = Separator(whole);
        List<(int, IReadOnlyList<string>)> rows = [];
        var reading = new Reading(whole, separator) { Line = start > 0 ? 2 : 1, At = start };
        while (reading.At < whole.Length)
        {
            var line = reading.Line;
            var cells = reading.Row();
            if (cells.Exists(cell => cell.Trim().Length > 0))
            {
                rows.Add((line, cells));
            }

            if (rows.Count > mostRows)
            {
                throw new UnreadableException($"There should be at most {mostRows} rows.", line);
            }
        }

        return rows;
    }

    // The one that divides the header most; some programs say it in a first line of their own.
    static (char Separator, int Start) Separator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n') == 5)
        {
            return (text[4], 6);
        }

        return (_separators.MaxBy(separator => Count(text, separator)), 0);
    }

    static int Count(string text, char separator)
    {
        var (count, quoted) = (0, false);
        foreach (var letter in text)
        {
            quoted ^= letter == '"';
            if (letter == '\n' && !quoted)
            {
                break;
            }

            count += letter == separator && !quoted ? 1 : 0;
        }

        return count;
    }

    sealed class Reading(string text, char separator)
    {
        public int Line { get; set; }

        public int At { get; set; }

        public List<string> Row()
        {
            List<string> cells = [];
            while (true)
            {
                cells.Add(At < text.Length && text[At] == '"' ? Quoted() : Bare());
                if (cells.Count > MostCells)
                {
                    throw new UnreadableException($"There should be at most {MostCells} columns.", Line);
                }

                if (At >= text.Length || text[At++] == '\n')
                {
                    Line++;
                    return cells;
                }
            }
        }

        string Bare()
        {
            var end = text.AsSpan(At).IndexOfAny(separator, '\n', '"');
            var cell = end < 0 ? text[At..] : text[At..(At + end)];
            At += cell.Length;
            return At < text.Length && text[At] == '"' ? throw new UnreadableException("A quote stands in the middle of a cell. Put the whole cell into quotes, and each quote in it twice.", Line) : cell;
        }

        string Quoted()
        {
            var began = Line;
            var cell = new StringBuilder();
            At++;
            while (true)
            {
                var next = text.AsSpan(At).IndexOf('"');
                if (next < 0)
                {
                    throw new UnreadableException("A quote begins here and never ends.", began);
                }

                cell.Append(text, At, next);
                Line += text.AsSpan(At, next).Count('\n');
                At += next + 1;
                if (At >= text.Length || text[At] != '"')
                {
                    return At >= text.Length || text[At] == separator || text[At] == '\n' ? cell.ToString()
                        : throw new UnreadableException("Something follows the closing quote of a cell. A quote within a cell is written twice.", Line);
                }

                cell.Append('"');
                At++;
            }
        }
    }
}
