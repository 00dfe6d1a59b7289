namespace Kanal.Decisions.Staffing;

/// <summary>Erlang's loss formula: whoever finds all agents busy is turned away.</summary>
public static class ErlangB
{
    /// <summary>The share that is turned away.</summary>
    /// <param name="agents">How many agents there are.</param>
    /// <param name="load">Arrivals times handle time, in erlang.</param>
    public static double Blocking(int agents, double load) => Of(agents, load).Blocked;

    /// <summary>Blocked and not blocked, each with all its digits.</summary>
    internal static (double Blocked, double Free) Of(int agents, double load)
    {
        Valid.Agents(agents);
        Valid.Number(load, nameof(load));
        var (blocked, free) = (1.0, 0.0);
        for (var k = 1; k <= agents; k++)
        {
            var flow = load * blocked;
            (blocked, free) = (flow / (k + flow), k / (k + flow));
        }

        return (blocked, free);
    }

    /// <summary>All figures of a team without a queue; nobody waits.</summary>
    /// <param name="agents">How many agents there are.</param>
    /// <param name="load">Arrivals times handle time, in erlang.</param>
    /// <param name="handleSeconds">Mean handle time, where it is known.</param>
    public static QueueFigures Figures(int agents, double load, double handleSeconds = double.NaN)
    {
        var (blocked, free) = load == 0 ? (0, 1) : Of(agents, load);
        return new QueueFigures
        {
            Agents = agents,
            Load = load,
            Blocking = load == 0 && agents == 0 ? 1 : blocked,
            ServiceLevel = free,
            SpeedOfAnswer = free > 0 ? 0 : double.NaN,
            Occupancy = agents == 0 ? 0 : Math.Min(1, load * free / agents),
            InService = load * free,
            Concurrency = load * free > 0 ? 1 : 0,
            HandleSeconds = handleSeconds,
        };
    }
}
