namespace Kanal.Decisions.Simulation;

/// <summary>
/// A contact centre in virtual time. Routing and channel menus are decided by the code that runs live; who comes, what they want
/// and how long they take is drawn, or recorded.
/// </summary>
public static class Simulator
{
    /// <summary>One run, on the thread that asks.</summary>
    /// <param name="seed">The same seed and run have the same result on every machine.</param>
    /// <param name="run">Which run. Two scenarios meet the same visitors in it, as far as these are the same kinds in the same order.</param>
    /// <exception cref="OperationCanceledException">Nobody wants it any more.</exception>
    public static RunResult Run(Scenario scenario, ulong seed, int run, CancellationToken ct = default) => new SimulatedDay(scenario, seed, run).Play(ct);
}
