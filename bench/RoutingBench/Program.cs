using System.Globalization;
using Kanal.RoutingBench;

// bench/routing gives: [--kinds] [--events 500000] [--runs 7]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (count, runs) = (int.Parse(Option("--events") ?? "500000", CultureInfo.InvariantCulture), int.Parse(Option("--runs") ?? "7", CultureInfo.InvariantCulture));
Console.WriteLine("500 agents, 50 queues, 10 skills, four channels, explanations on; the same events to a fresh router each time, on one thread");
Console.WriteLine("| waiting | events a second, best run | median run | µs an event, best | bytes an event | offers in a hundred events |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
foreach (var waiting in new[] { 500, 5_000, 50_000 })
{
    var recording = new BusyDay(waiting).Record((3 * waiting) + 100_000, count);
    var played = Enumerable.Range(0, runs).Select(_ => recording.Play()).OrderBy(run => run.Processor).ToList();
    var (best, median) = (count / played[0].Processor.TotalSeconds, count / played[runs / 2].Processor.TotalSeconds);
    Console.WriteLine($"| {waiting:N0} | {best:N0} | {median:N0} | {1e6 / best:N2} | {played[0].Allocated:N0} | {100.0 * played[0].Offers / count:N1} |");
    if (args.Contains("--kinds"))
    {
        foreach (var (kind, times, microseconds) in recording.ByKind())
        {
            Console.WriteLine($"    {kind}: {100.0 * times / count:N1} % of all, {microseconds:N2} µs each");
        }
    }
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
