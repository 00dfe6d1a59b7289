using System.Globalization;
using Kanal.MailBench;

// bench/mail gives: [--folder FOLDER of .eml files]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine("| letters | each | read in a second of processor time | read and understood | allocated for each |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
Speed.Measure("a short answer", [Letters.Answer()]);
Speed.Measure("a newsletter", [Letters.Newsletter()]);
Speed.Measure("a photo of 3 MB", [Letters.Photo(3 * 1024 * 1024)]);
if (Array.IndexOf(args, "--folder") is >= 0 and var at && at + 1 < args.Length)
{
    Speed.Measure("those of a folder", [.. Directory.EnumerateFiles(args[at + 1], "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);
}

Console.WriteLine();
Console.WriteLine("| a file of 50 MB | time | allocated |");
Console.WriteLine("| --- | --- | --- |");
LargeFile.Measure();
