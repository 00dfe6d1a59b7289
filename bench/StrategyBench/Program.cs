using System.Globalization;
using Kanal.StrategyBench;

// bench/strategy gives: [--runs 7]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var runs = Array.IndexOf(args, "--runs") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 7;
var visitors = new ManyVisitors();
var prices = new BigTeam();
var staffing = new Staffing();
Console.WriteLine("One thread; processor time, garbage collection included; a thousand visitors in turn, no two of them the same");
Console.WriteLine("| what | best run | median run | bytes | against SHA-256 of 4 kB, by the medians |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
Measured[] all =
[
    Measured.Of("SHA-256 of 4 kB, for comparison", 100_000, runs, visitors.Hash),
    Measured.Of("menu: 50 rules of four tests, 30 facts, five channels, prices looked up, the last rule holds", 100_000, runs, visitors.DecideLast),
    Measured.Of("the same where the first rule holds", 100_000, runs, visitors.DecideFirst),
    Measured.Of("reading 22 facts from 700 bytes of JSON", 50_000, runs, visitors.ReadFacts),
    Measured.Of("the record of a decision as JSON", 20_000, runs, visitors.Record),
    Measured.Of("prices of 200 slots for 20 classes", 500, runs, prices.Price),
    Measured.Of("required agents, Erlang A, 2,000 erlang", 50, runs, staffing.RequireBig),
    Measured.Of("required agents, Erlang A, 10 erlang", 500, runs, staffing.RequireSmall),
    Measured.Of("required agents, chat, 240 an hour, three at once", 200, runs, staffing.RequireChat),
    Measured.Of("a team's own factor from four weeks of half hours", 5, runs, staffing.Factor),
    Measured.Of("forecast of a week from eight weeks of half hours, constants chosen", 5, runs, staffing.Forecast),
];
foreach (var one in all)
{
    Console.WriteLine(one.Row(all[0]));
}
