using Kanal.Decisions.Simulation;

namespace Kanal.Centre.Simulations;

/// <summary>How often a scenario is played, and from which chance.</summary>
/// <param name="Runs">Each meets other visitors.</param>
public sealed record SimulationPlan(int Runs, ulong Seed)
{
    /// <summary>At most so many at once; as many as there are processors where it is null. The figures are the same with any number.</summary>
    public int? Threads { get; init; }
}

/// <summary>Plays scenarios on all processors. Each meets the same visitors, run by run, so that two of them can be compared.</summary>
public static class SimulationRuns
{
    /// <param name="progress">The share that is done, from 0 to 1; from any thread.</param>
    /// <exception cref="OperationCanceledException">Nobody wants it any more.</exception>
    public static IReadOnlyList<SimulationResult> Run(IReadOnlyList<Scenario> scenarios, SimulationPlan plan, IProgress<double>? progress, CancellationToken ct)
    {
        var results = scenarios.Select(_ => new RunResult[plan.Runs]).ToArray();
        var (all, done) = (scenarios.Count * plan.Runs, 0);
        var options = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = plan.Threads ?? Environment.ProcessorCount };
        Parallel.For(0, all, options, number =>
        {
            var (run, scenario) = (number / scenarios.Count, number % scenarios.Count);
            results[scenario][run] = Simulator.Run(scenarios[scenario], plan.Seed, run, ct);
            progress?.Report(Interlocked.Increment(ref done) / (double)all);
        });
        return [.. scenarios.Zip(results, (scenario, runs) => new SimulationResult(scenario, runs))];
    }
}
