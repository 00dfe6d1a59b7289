namespace Kanal.Decisions.Simulation;

/// <summary>Two scenarios that met the same visitors, run by run: what the second has more than the first.</summary>
public sealed class SimulationComparison
{
    SimulationComparison(IReadOnlyList<Difference> house, IReadOnlyDictionary<string, IReadOnlyList<Difference>> channels) => (House, Channels) = (house, channels);

    /// <summary>In the order of <see cref="Measures.OfHouse"/>.</summary>
    public IReadOnlyList<Difference> House { get; }

    /// <summary>By channel that both have, in the order of <see cref="Measures.OfChannel"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Difference>> Channels { get; }

    /// <exception cref="ArgumentException">They have not the same number of runs.</exception>
    public static SimulationComparison Of(SimulationResult one, SimulationResult other)
    {
        if (one.Runs.Count != other.Runs.Count)
        {
            throw new ArgumentException("Two scenarios are compared run by run, and these have not the same number of runs.", nameof(other));
        }

        var channels = new Dictionary<string, IReadOnlyList<Difference>>();
        foreach (var (mine, channel) in one.Scenario.Channels.Index())
        {
            if (other.Scenario.Channels.Index().FirstOrDefault(its => its.Item.Channel == channel.Channel) is { Item: not null } its)
            {
                channels[channel.Channel] = Between(Measures.OfChannel, [.. one.Runs.Select(run => run.Channel(mine))], [.. other.Runs.Select(run => run.Channel(its.Index))]);
            }
        }

        return new SimulationComparison(Between(Measures.OfHouse, [.. one.Runs.Select(run => run.House())], [.. other.Runs.Select(run => run.House())]), channels);
    }

    static Difference[] Between<T>(IReadOnlyList<Measure<T>> measures, T[] one, T[] other) => [.. measures.Select(measure =>
    {
        var (over, otherOver) = (one.Select(measure.Over).ToArray(), other.Select(measure.Over).ToArray());
        var (under, otherUnder) = measure.Under is { } of ? (one.Select(of).ToArray(), other.Select(of).ToArray()) : (null, null);
        return new Difference(measure.Key, Estimate.Of(over, under).Within(measure.Least, measure.Most), Estimate.Of(otherOver, otherUnder).Within(measure.Least, measure.Most), Estimate.Between(over, under, otherOver, otherUnder));
    })];
}

/// <param name="Between">The other's minus the one's, with the interval of pairs: narrower than what two intervals side by side show.</param>
public sealed record Difference(string Key, Estimate One, Estimate Other, Estimate Between)
{
    /// <summary>Whether chance is no likely reason for it.</summary>
    public bool IsClear => Between.Low > 0 || Between.High < 0;
}
