using System.Text;

namespace Kanal.Decisions.Tests;

/// <summary>Figures that somebody else has worked out, in files of comma-separated values with a line of names.</summary>
static class Reference
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "reference", file));
        var names = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => names.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in line)
        {
            switch (letter)
            {
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                default:
                    cell.Append(letter);
                    break;
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
