using System.Globalization;
using System.Text;

namespace Kanal.Bench;

/// <summary>Lines of a table with what was measured, the target, and whether it was met.</summary>
sealed class Report
{
    readonly StringBuilder _rows = new();

    public void Add(string what, string storage, string measured, string target, bool? met)
    {
        Console.WriteLine($"{what}, {storage}: {measured} (target: {target})");
        _rows.Append(CultureInfo.InvariantCulture, $"| {what} | {storage} | {measured} | {target} | {met switch { true => "yes", false => "**no**", null => "" }} |\n");
    }

    /// <summary>Puts the table between the two marks in a page, with the day and the command that made it.</summary>
    public void WriteTo(string page, string command)
    {
        const string Start = "<!-- measured -->";
        const string End = "<!-- /measured -->";
        var text = File.ReadAllText(page);
        var from = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        var made = $"\nMeasured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd} with `{command}` on {Environment.ProcessorCount} cores, load generator and database on the same machine.\n\n";
        File.WriteAllText(page, text[..from] + made + "| what | storage | measured | target | met |\n| --- | --- | --- | --- | --- |\n" + _rows + text[to..]);
    }
}
