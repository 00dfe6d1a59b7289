using System.Globalization;
using Kanal.MailBench;

// bench/mail gives: [--folder FOLDER of .eml files] or --mailbox COUNT PROGRAM SCRIPT
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--mailbox", var count, var program, var servers])
{
    using var mailbox = new FullMailbox(program, servers);
    await mailbox.MeasureAsync(int.Parse(count, CultureInfo.InvariantCulture));
    return;
}

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
Console.WriteLine("| room | each | the most alive at once | times its size |");
Console.WriteLine("| --- | --- | --- | --- |");
Room.Measure("a short answer", Letters.Answer());
Room.Measure("a newsletter", Letters.Newsletter());
Room.Measure("a newsletter of a megabyte", Letters.Newsletter(2_500));
Room.Measure("nothing but tags", Letters.Tags());

Console.WriteLine();
Console.WriteLine("| a file of 50 MB | time | allocated |");
Console.WriteLine("| --- | --- | --- |");
LargeFile.Measure();
