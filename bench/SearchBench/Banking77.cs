using System.Text;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.SearchBench;

/// <summary>Every question is sought among all others: does another of its topic come?</summary>
static class Banking77
{
    public static void Measure(string file)
    {
        var rows = Rows(File.ReadAllText(file)).Skip(1).Where(row => row.Count == 2).Select(row => (Text: row[0], Topic: row[1])).ToList();
        var index = new AnswerIndex(rows.Select((row, i) => new Findable(new Id(i), "en", row.Text)));
        var (first, three) = (0, 0);
        foreach (var (i, row) in rows.Index())
        {
            var others = index.Search(new Sought(row.Text, "en", Typing: false) { Limit = 4 }).Select(hit => (int)hit.Found.Id.Value).Where(other => other != i).Take(3).ToList();
            first += others.Count > 0 && rows[others[0]].Topic == row.Topic ? 1 : 0;
            three += others.Any(other => rows[other].Topic == row.Topic) ? 1 : 0;
        }

        Console.WriteLine($"| banking77, leave-one-out | {rows.Count:N0} | {100.0 * first / rows.Count:N1} % | {100.0 * three / rows.Count:N1} % |");
    }

    // A question in quotes may run over several lines.
    static IEnumerable<List<string>> Rows(string text)
    {
        List<string> row = [];
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in text.Replace("\r", "", StringComparison.Ordinal))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter is ',' or '\n' && !quoted)
            {
                row.Add(cell.ToString().Trim());
                cell.Clear();
                if (letter == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
            {
                cell.Append(letter);
            }
        }
    }
}
