using System.Diagnostics;
using System.Globalization;
using Kanal.Decisions.Simulation;
using Kanal.SimulationBench;

// bench/simulation gives: [--runs 50] [--only calls|day]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var runs = Array.IndexOf(args, "--runs") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 50;
Console.WriteLine("One thread; processor time of a run, garbage collection included; the product's own router and menus; every run other visitors");
Console.WriteLine("| what | best run | median run | kB a run | visitors | menus | conversations |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
var only = Array.IndexOf(args, "--only") is >= 0 and var which ? args[which + 1] : "";
if (only != "calls")
{
    Measure("the travel agency's day: 20,000 visitors on the site, callers and letters", Agency.Day());
}

if (only != "day")
{
    Measure("20,000 calls, M/M/50+M", Calls.Fifty());
}

void Measure(string what, Scenario scenario)
{
    // What is run often is compiled anew on the way, beside the first hundreds of runs, and that would be counted with them.
    var began = Stopwatch.GetTimestamp();
    for (var run = 0; run < 30 || Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(2); run++)
    {
        Simulator.Run(scenario, 1, run);
    }

    var times = new double[runs];
    var result = Simulator.Run(scenario, 1, 0);
    using var me = Process.GetCurrentProcess();
    var allocated = GC.GetAllocatedBytesForCurrentThread();
    for (var run = 0; run < runs; run++)
    {
        me.Refresh();
        var before = me.TotalProcessorTime;
        Simulator.Run(scenario, 1, run);
        me.Refresh();
        times[run] = (me.TotalProcessorTime - before).TotalMilliseconds;
    }

    allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / runs / 1_000;
    Array.Sort(times);
    var house = result.House();
    Console.WriteLine($"| {what} | {times[0]:0.0} ms | {times[runs / 2]:0.0} ms | {allocated:N0} | {house.Visitors:N0} | {house.Menus:N0} | {house.Contacts:N0} |");
    if (args.Contains("--figures"))
    {
        var all = new SimulationResult(scenario, [.. Enumerable.Range(0, 10).Select(run => Simulator.Run(scenario, 1, run))]);
        Console.WriteLine($"    house: {string.Join(", ", Measures.OfHouse.Zip(all.House(), (its, estimate) => $"{its.Key} {estimate.Value:0.####}"))}");
        foreach (var (place, channel) in scenario.Channels.Index())
        {
            Console.WriteLine($"    {channel.Channel}: {string.Join(", ", Measures.OfChannel.Zip(all.Channel(place), (its, estimate) => $"{its.Key} {estimate.Value:0.####}"))}");
        }
    }
}
