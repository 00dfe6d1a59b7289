namespace Kanal.Decisions.Staffing;

/// <summary>What comes to a team, and how long it takes.</summary>
/// <param name="PerHour">How many come in an hour.</param>
public abstract record Workload(double PerHour)
{
    /// <summary>How a team of so many agents gets along with it.</summary>
    /// <param name="agents">How many agents there are.</param>
    /// <param name="withinSeconds">The threshold of the service level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number that cannot be.</exception>
    public abstract QueueFigures With(int agents, double withinSeconds);

    /// <summary>Of a number of agents that need not be whole: between two whole numbers, a share of both.</summary>
    public QueueFigures With(double agents, double withinSeconds)
    {
        Valid.Agents(agents);
        var below = (int)agents;
        return below == agents ? With(below, withinSeconds) : Mixture.Of(With(below, withinSeconds), With(below + 1, withinSeconds), agents - below) with { Agents = agents };
    }

    /// <summary>Only who gives up, which is quicker to find.</summary>
    internal virtual double Abandonment(int agents) => With(agents, 0).Abandonment;

    /// <summary>No fewer agents than this can be the answer to how many are needed; zero where nobody comes.</summary>
    public abstract int Fewest { get; }

    /// <summary>Where the search for that answer starts, up or down.</summary>
    public virtual int Start => Fewest;

    /// <summary>About how many agents it keeps busy, each with as many at once as they may: what people are shared out by, not what is needed.</summary>
    public abstract double Occupies { get; }

    /// <summary>The largest team that can be figured out.</summary>
    public virtual int Most => Valid.MostAgents;
}
