using System.Globalization;
using Kanal.Decisions.Simulation;

namespace Kanal.Web.Commands;

/// <summary>What has been simulated, for people and for spreadsheets.</summary>
static class SimulationTables
{
    static readonly CultureInfo _culture = CultureInfo.InvariantCulture;

    public static IEnumerable<string> Text(SimulationReport report)
    {
        var runs = report.Plan.Runs;
        yield return string.Create(_culture, $"{Name(report, 0)}: {runs} {(runs == 1 ? "run" : "runs")}, seed {report.Plan.Seed}; figures of a run, with the interval of 95 of 100");
        if (report.Results[0].Scenario.Agents.Count == 0)
        {
            yield return "There are no agents: whoever wants somebody waits until they give up.";
        }

        if (report.Comparison is { } comparison)
        {
            yield return $"Compared with {Name(report, 1)} on the same visitors; a * marks what is more than chance";
            foreach (var line in Compared("house", comparison.House).Concat(comparison.Channels.SelectMany(channel => Compared(channel.Key, channel.Value))))
            {
                yield return line;
            }

            yield break;
        }

        var result = report.Results[0];
        foreach (var line in Block("house", Measures.OfHouse.Select(measure => measure.Key), result.House()))
        {
            yield return line;
        }

        foreach (var (place, channel) in result.Scenario.Channels.Index())
        {
            foreach (var line in Block(channel.Channel, Measures.OfChannel.Select(measure => measure.Key), result.Channel(place)))
            {
                yield return line;
            }
        }
    }

    public static IEnumerable<string> Csv(SimulationReport report)
    {
        yield return "scenario,from,part,measure,value,low,high";
        foreach (var (number, result) in report.Results.Index())
        {
            foreach (var line in Rows(Cell(Name(report, number)), result))
            {
                yield return line;
            }
        }

        foreach (var (part, its) in report.Comparison is { } comparison ? comparison.Channels.Select(channel => (channel.Key, channel.Value)).Prepend(("house", comparison.House)) : [])
        {
            foreach (var difference in its)
            {
                yield return $"difference,,{part},{difference.Key},{Cells(difference.Between)}";
            }
        }
    }

    static IEnumerable<string> Rows(string name, SimulationResult result)
    {
        var scenario = result.Scenario;
        for (var interval = -1; interval < scenario.Intervals; interval++)
        {
            var from = interval < 0 ? "" : SimulationReport.From(scenario, interval);
            foreach (var (measure, estimate) in Measures.OfHouse.Zip(interval < 0 ? result.House() : result.House(interval)))
            {
                yield return $"{name},{from},house,{measure.Key},{Cells(estimate)}";
            }

            foreach (var (place, channel) in scenario.Channels.Index())
            {
                foreach (var (measure, estimate) in Measures.OfChannel.Zip(interval < 0 ? result.Channel(place) : result.Channel(place, interval)))
                {
                    yield return $"{name},{from},{channel.Channel},{measure.Key},{Cells(estimate)}";
                }
            }
        }
    }

    static IEnumerable<string> Block(string part, IEnumerable<string> keys, IReadOnlyList<Estimate> estimates)
    {
        yield return "";
        yield return part;
        foreach (var (key, estimate) in keys.Zip(estimates))
        {
            if (double.IsFinite(estimate.Value))
            {
                yield return $"  {key,-22}{Said(estimate.Value),14}{(double.IsFinite(estimate.Low) ? $"   {Said(estimate.Low)} to {Said(estimate.High)}" : "")}";
            }
        }
    }

    static IEnumerable<string> Compared(string part, IReadOnlyList<Difference> differences)
    {
        yield return "";
        yield return part;
        foreach (var (key, one, other, between) in differences)
        {
            if (double.IsFinite(one.Value) || double.IsFinite(other.Value))
            {
                var clear = between.Low > 0 || between.High < 0 ? " *" : "";
                yield return $"  {key,-22}{Said(one.Value),14}{Said(other.Value),14}{Signed(between.Value),14}{(double.IsFinite(between.Low) ? $"   {Signed(between.Low)} to {Signed(between.High)}{clear}" : "")}";
            }
        }
    }

    static string Name(SimulationReport report, int number) =>
        report.Results[number].Scenario.Name is { Length: > 0 } name ? name : Path.GetFileName(report.Files[number]);

    static string Said(double number) => !double.IsFinite(number) ? "-" : number.ToString(Math.Abs(number) >= 1_000 ? "N0" : Math.Abs(number) >= 10 ? "0.0" : "0.####", _culture);

    static string Signed(double number) => number > 0 ? $"+{Said(number)}" : Said(number);

    static string Cells(Estimate estimate) => $"{Raw(estimate.Value)},{Raw(estimate.Low)},{Raw(estimate.High)}";

    static string Raw(double number) => double.IsFinite(number) ? number.ToString("R", _culture) : "";

    static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
