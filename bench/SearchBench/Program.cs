using System.Globalization;
using Kanal.SearchBench;

// bench/search gives: --root FOLDER [--misses] [--banking77 FILE]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = Option("--root") ?? ".";
var sets = Array.ConvertAll(HelpCentre.Languages, language => HelpCentre.Read(root, language));
Console.WriteLine("| articles of | questions | first | among the first three |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (var set in sets)
{
    set.Measure(args.Contains("--misses"));
}

if (Option("--banking77") is { } file)
{
    Banking77.Measure(file);
}

Speed.Measure(sets);
Overlapping.Measure(sets);

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
