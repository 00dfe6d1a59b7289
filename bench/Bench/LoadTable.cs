using System.Globalization;
using System.Text;

namespace Kanal.Bench;

/// <param name="Resting">The share of one processor that all nodes use while nothing is said.</param>
/// <param name="Processor">Milliseconds of all nodes for 1,000 messages, beyond that.</param>
/// <param name="Beside">The same of PostgreSQL's own processes.</param>
/// <param name="Memory">Of all nodes, in bytes.</param>
/// <param name="Grown">By how much that grew with those who came.</param>
sealed record LoadRow(int Visitors, int Agents, DeliveryResult Delivery, double Resting, double Processor, double Beside, long Memory, long Grown, int NewVisitors, int NewAgents);

/// <summary>The rows as they come, and at the end as a table in a page.</summary>
sealed class LoadTable(LoadPlan plan)
{
    const double Megabyte = 1024 * 1024;

    readonly StringBuilder _rows = new();
    readonly StringBuilder _flood = new();

    public void Row(LoadRow row)
    {
        var each = row.NewVisitors > 0 ? $"{row.Grown / Megabyte / row.NewVisitors * 1000:N1} MB for 1,000 visitors" : row.NewAgents > 0 ? $"{row.Grown / 1024.0 / row.NewAgents:N0} kB for an agent" : "";
        Add(_rows, $"| {row.Visitors:N0} | {row.Agents:N0} | {row.Delivery.Achieved:N0} | {row.Delivery.Median:N1} ms | {row.Delivery.Slowest:N1} ms | {row.Delivery.Missing} | {row.Resting:P0} | {row.Processor:N0} ms | {row.Beside:N0} ms | {row.Memory / Megabyte:N0} MB | {each} |");
    }

    public void Flood(FloodResult flood)
    {
        foreach (var (name, part) in new[] { ("as much as is accepted, 64 connections", flood.Sustained), ($"twice that, {plan.Connections:N0} connections", flood.Flooded), ("half of it", flood.After) })
        {
            var answered = part.Accepted.Count + part.TurnedAway.Count;
            Add(_flood, $"| {name} | {(part.Offered > 0 ? $"{part.Offered / part.Took:N0}" : "")} | {part.PerSecond:N0} | {Times(part.Accepted)} | {part.TurnedAway.Count / part.Took:N0} | {Times(part.TurnedAway)} | {(part.Mute == 0 ? "" : $"{part.Mute:N0} without Retry-After")} | {(part.Offered > 0 ? $"{Math.Max(0, part.Offered - answered) / part.Took:N0}" : "")} |");
        }

        Add(_flood, $"\nThere afterwards, against acknowledged: {(flood.Difference == 0 ? "the same" : string.Create(CultureInfo.InvariantCulture, $"{flood.Difference:+#;-#} messages"))}.");
    }

    public void WriteTo(string? page)
    {
        if (page is null)
        {
            return;
        }

        var (start, end) = ($"<!-- load {plan.Nodes} -->", $"<!-- /load {plan.Nodes} -->");
        var text = File.ReadAllText(page);
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        var made = string.Create(CultureInfo.InvariantCulture, $"""

            Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd} with `bench/load --nodes {plan.Nodes}` on {Environment.ProcessorCount} cores, with load generator and database on the same machine; {plan.Rate} messages a second while delivery is measured.

            | visitors | agents | messages a second | delivery p50 | p99 | missing | a processor at rest | processor, 1,000 messages | PostgreSQL's | memory | of which new |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            {_rows}
            | flood | offered a second | accepted a second | answered after p50 / p99 | turned away a second | told so after p50 / p99 | | found no free connection, a second |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            {_flood}

            """);
        File.WriteAllText(page, text[..from] + made + text[to..]);
    }

    static string Times(FloodAnswers answers) => answers.Count == 0 ? "" : FormattableString.Invariant($"{answers.Median:N1} / {answers.Slowest:N1} ms");

    static void Add(StringBuilder to, FormattableString row)
    {
        var line = FormattableString.Invariant(row);
        Console.WriteLine(line);
        to.Append(line).Append('\n');
    }
}
