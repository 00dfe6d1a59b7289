namespace Kanal.Decisions.Simulation;

/// <summary>What several runs of a scenario show. Figures are in the order of <see cref="Measures"/>.</summary>
public sealed class SimulationResult(Scenario scenario, IReadOnlyList<RunResult> runs)
{
    public Scenario Scenario => scenario;

    public IReadOnlyList<RunResult> Runs => runs;

    /// <summary>The whole house, over the whole time.</summary>
    public IReadOnlyList<Estimate> House() => Of(Measures.OfHouse, [.. runs.Select(run => run.House())]);

    /// <summary>The whole house in an interval.</summary>
    public IReadOnlyList<Estimate> House(int interval) => Of(Measures.OfHouse, [.. runs.Select(run => run.House(interval))]);

    /// <summary>A channel, by its place in the scenario, over the whole time.</summary>
    public IReadOnlyList<Estimate> Channel(int channel) => Of(Measures.OfChannel, [.. runs.Select(run => run.Channel(channel))]);

    /// <summary>A channel in an interval.</summary>
    public IReadOnlyList<Estimate> Channel(int channel, int interval) => Of(Measures.OfChannel, [.. runs.Select(run => run.Channel(channel, interval))]);

    /// <summary>One figure of the whole house.</summary>
    public Estimate House(string key) => House()[PlaceOf(Measures.OfHouse, key)];

    /// <summary>One figure of a channel.</summary>
    public Estimate Channel(string channel, string key) => Channel(scenario.Channels.Index().First(its => its.Item.Channel == channel).Index)[PlaceOf(Measures.OfChannel, key)];

    static Estimate[] Of<T>(IReadOnlyList<Measure<T>> measures, T[] counts) =>
        [.. measures.Select(measure => Estimate.Of([.. counts.Select(measure.Over)], measure.Under is { } under ? [.. counts.Select(under)] : null).Within(measure.Least, measure.Most))];

    static int PlaceOf<T>(IReadOnlyList<Measure<T>> measures, string key) => measures.Index().First(its => its.Item.Key == key).Index;
}
