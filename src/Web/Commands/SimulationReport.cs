using Kanal.Centre.Simulations;
using Kanal.Decisions.Simulation;
using NodaTime;
using NodaTime.Text;

namespace Kanal.Web.Commands;

/// <summary>What has been simulated, as one object for other programs: null for what is not defined.</summary>
sealed record SimulationReport(SimulationPlan Plan, IReadOnlyList<SimulationResult> Results, string[] Files)
{
    public SimulationComparison? Comparison { get; } = Results.Count == 2 ? SimulationComparison.Of(Results[0], Results[1]) : null;

    public IEnumerable<(string, object?)> Members()
    {
        yield return ("runs", Plan.Runs);
        yield return ("seed", Plan.Seed);
        foreach (var (name, value) in Members(Results[0], Files[0]))
        {
            yield return (name, value);
        }

        if (Comparison is { } comparison)
        {
            yield return ("compared", Members(Results[1], Files[1]).ToDictionary());
            yield return ("comparison", new Dictionary<string, object?>
            {
                ["house"] = Of(comparison.House),
                ["channels"] = comparison.Channels.ToDictionary(its => its.Key, its => Of(its.Value)),
            });
        }
    }

    /// <summary>When an interval begins, with the offset that holds there.</summary>
    public static string From(Scenario scenario, int interval) =>
        OffsetDateTimePattern.Rfc3339.Format((scenario.Start + scenario.WarmUp + interval * scenario.Interval).InZone(scenario.Calendar?.Zone ?? DateTimeZone.Utc).ToOffsetDateTime());

    static IEnumerable<KeyValuePair<string, object?>> Members(SimulationResult result, string file)
    {
        var scenario = result.Scenario;
        yield return KeyValuePair.Create("scenario", (object?)(scenario.Name.Length > 0 ? scenario.Name : Path.GetFileName(file)));
        yield return KeyValuePair.Create("house", (object?)Of(Measures.OfHouse.Select(measure => measure.Key), result.House()));
        yield return KeyValuePair.Create("channels", (object?)Channels(scenario, place => result.Channel(place)));
        yield return KeyValuePair.Create("intervals", (object?)Enumerable.Range(0, scenario.Intervals).Select(interval => new Dictionary<string, object?>
        {
            ["from"] = From(scenario, interval),
            ["house"] = Of(Measures.OfHouse.Select(measure => measure.Key), result.House(interval)),
            ["channels"] = Channels(scenario, place => result.Channel(place, interval)),
        }).ToList());
    }

    static Dictionary<string, object?> Channels(Scenario scenario, Func<int, IReadOnlyList<Estimate>> of) =>
        scenario.Channels.Index().ToDictionary(its => its.Item.Channel, its => (object?)Of(Measures.OfChannel.Select(measure => measure.Key), of(its.Index)));

    static Dictionary<string, object?> Of(IEnumerable<string> keys, IReadOnlyList<Estimate> estimates) =>
        keys.Zip(estimates).ToDictionary(its => its.First, its => (object?)Of(its.Second));

    static Dictionary<string, object?> Of(IReadOnlyList<Difference> differences) =>
        differences.ToDictionary(its => its.Key, its => (object?)new Dictionary<string, object?> { ["one"] = Known(its.One.Value), ["other"] = Known(its.Other.Value), ["difference"] = Of(its.Between), ["clear"] = its.IsClear });

    static Dictionary<string, object?> Of(Estimate estimate) => new() { ["value"] = Known(estimate.Value), ["low"] = Known(estimate.Low), ["high"] = Known(estimate.High) };

    static double? Known(double number) => double.IsFinite(number) ? number : null;
}
