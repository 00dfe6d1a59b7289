using Kanal.Centre.Planning;
using Kanal.Decisions.Simulation;
using NodaTime;

namespace Kanal.Centre.StrategyRuns;

/// <summary>Reads the figures of two strategies that met the same visitors.</summary>
static class RunReading
{
    public static StrategyRunResult Of(Scene scene, IReadOnlyList<SimulationResult> results)
    {
        var compared = SimulationComparison.Of(results[0], results[1]);
        return new StrategyRunResult(scene.Visits, scene.Direct, scene.Agents, [.. Figures(compared.House)],
            [.. scene.One.Channels.Where(channel => compared.Channels.ContainsKey(channel.Channel)).Select(channel => new RunChannel(channel.Channel, [.. Figures(compared.Channels[channel.Channel])]))],
            Slots(scene, results), scene.Notes);
    }

    // What is undefined for either is no figure.
    static IEnumerable<RunFigure> Figures(IReadOnlyList<Difference> differences) => differences
        .Where(its => double.IsFinite(its.One.Value) && double.IsFinite(its.Other.Value) && double.IsFinite(its.Between.Value))
        .Select(its => new RunFigure(its.Key, Of(its.One), Of(its.Other), Of(its.Between), its.IsClear));

    static RunEstimate Of(Estimate estimate) => new(Round(estimate.Value), Known(estimate.Low), Known(estimate.High));

    static List<RunSlot> Slots(Scene scene, IReadOnlyList<SimulationResult> results)
    {
        var zone = scene.One.Calendar?.Zone ?? DateTimeZone.Utc;
        var places = Enumerable.Range(0, scene.One.Intervals).GroupBy(interval => HalfHours.PlaceOf(zone, scene.One.Start + (interval * scene.One.Interval))).OrderBy(place => place.Key);
        return [.. places.Select(place => new RunSlot(Clock.Text(place.Key * HalfHours.Minutes),
            Contacts(results[0], [.. place]), Contacts(results[1], [.. place]), Occupancy(results[0], [.. place]), Occupancy(results[1], [.. place])))];
    }

    static double Contacts(SimulationResult result, List<int> intervals) => Round(result.Runs.Average(run => intervals.Sum(interval => run.House(interval).Contacts)));

    static double? Occupancy(SimulationResult result, List<int> intervals)
    {
        var (busy, there) = (result.Runs.Sum(run => intervals.Sum(interval => run.House(interval).BusySeconds)), result.Runs.Sum(run => intervals.Sum(interval => run.House(interval).SignedInSeconds)));
        return there > 0 ? Round(busy / there) : null;
    }

    static double? Known(double number) => double.IsFinite(number) ? Round(number) : null;

    static double Round(double number) => Math.Round(number, 4);
}
