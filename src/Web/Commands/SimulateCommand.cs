using System.CommandLine;
using Kanal.Centre.Simulations;
using Kanal.Centre.Simulations.Files;
using Kanal.Decisions.Simulation;

namespace Kanal.Web.Commands;

/// <summary>What a scenario comes to, and how another compares with it on the same visitors.</summary>
static class SimulateCommand
{
    const int MostRuns = 100_000;

    // A count takes some 130 bytes, and every run has one for each channel and interval.
    const double MostCounts = 6_000_000;

    public static Command Create()
    {
        var file = new Argument<string>("SCENARIO") { Description = "A file of YAML or JSON; docs/simulation.md says what may stand in it, samples/scenarios has examples." };
        var runs = NumberOptions.Whole("--runs", "How often it is played, each time with other visitors; 20 unless given.", 1, MostRuns, 20);
        var seed = NumberOptions.Whole("--seed", "Where chance begins; the same seed has the same result. 1 unless given.", 0, int.MaxValue, 1);
        var threads = NumberOptions.Whole("--threads", "Runs at once; as many as there are processors unless given. The figures are the same.", 1, 1_024);
        var compare = new Option<string?>("--compare") { Description = "Another scenario, which meets the same visitors; kinds of visitors are matched by their order." };
        var json = new Option<bool>("--json") { Description = "Prints one object for other programs." };
        var csv = new Option<bool>("--csv") { Description = "Prints a table of comma-separated values, with every half hour." };
        var command = new Command("simulate", "Plays a scenario with the routing and the channel menus that run live.") { file, runs, seed, threads, compare, json, csv };
        command.SetAction((call, ct) =>
        {
            try
            {
                if (call.GetValue(json) && call.GetValue(csv))
                {
                    throw new ScenarioException("Either --json or --csv says how it is printed.");
                }

                string[] files = call.GetValue(compare) is { } other ? [call.GetRequiredValue(file), other] : [call.GetRequiredValue(file)];
                Scenario[] scenarios = [.. files.Select(ScenarioFile.Read)];
                Bound(scenarios, call.GetValue(runs));
                var plan = new SimulationPlan(call.GetValue(runs), (ulong)call.GetValue(seed)) { Threads = call.GetResult(threads) is { Implicit: false } ? call.GetValue(threads) : null };
                var played = Play(scenarios, plan, ct);
                Print(new SimulationReport(plan, played, files), call.GetValue(json), call.GetValue(csv));
                return Task.FromResult(0);
            }
            catch (ScenarioException fault)
            {
                Console.Error.WriteLine(fault.Message);
                return Task.FromResult(2);
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine("Stopped; nothing was printed.");
                return Task.FromResult(1);
            }
        });
        return command;
    }

    static IReadOnlyList<SimulationResult> Play(Scenario[] scenarios, SimulationPlan plan, CancellationToken ct)
    {
        using var bar = new ProgressBar();
        return SimulationRuns.Run(scenarios, plan, bar, ct);
    }

    static void Bound(Scenario[] scenarios, int runs)
    {
        if (scenarios.Sum(scenario => (double)runs * scenario.Intervals * (scenario.Channels.Count + 1)) > MostCounts)
        {
            throw new ScenarioException("So many runs of so many intervals are more than can be kept: fewer runs, or a longer interval.");
        }
    }

    static void Print(SimulationReport report, bool json, bool csv)
    {
        if (json)
        {
            Printing.Json(report.Members());
        }
        else
        {
            foreach (var line in csv ? SimulationTables.Csv(report) : SimulationTables.Text(report))
            {
                Console.WriteLine(line);
            }
        }
    }
}
