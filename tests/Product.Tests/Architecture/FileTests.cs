using System.Text.RegularExpressions;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Architecture;

/// <summary>Files that can be read in one sitting, under names that say what is in them.</summary>
[OnOneEngine]
public sealed partial class FileTests
{
    const int LongestFile = 400;
    const int LongestMedian = 60;

    static readonly string[] Source = [".cs", ".ts", ".tsx", ".css", ".razor"];

    // Written by a program, not by us.
    static readonly string[] Generated = ["web/api/src/schema.ts"];

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() =>
        Offenders.AreNone(Lengths().Where(file => file.Lines > LongestFile).Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void Half_of_the_files_are_shorter_than_sixty_lines()
    {
        int[] lengths = [.. Lengths().Select(file => file.Lines).Order()];
        Assert.InRange(lengths[lengths.Length / 2], 0, LongestMedian);
    }

    [Fact]
    public void No_folder_or_file_is_a_drawer() => Offenders.AreNone(Repository.Files
        .SelectMany(path => path.Split('/').Select(part => (path, part)))
        .Where(found => Drawer().IsMatch(Path.GetFileNameWithoutExtension(found.part)))
        .Select(found => found.path));

    [Fact]
    public void No_type_is_a_drawer() => Offenders.AreNone(Product.Types.Where(type => Drawer().IsMatch(type.Name)).Select(type => type.FullName));

    [Fact]
    public void Every_file_named_in_the_tour_exists()
    {
        var tour = Repository.At("docs/tour.md");
        Assert.SkipUnless(File.Exists(tour), "The tour is not written yet.");
        var named = NamedFile().Matches(File.ReadAllText(tour)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(named);
        Offenders.AreNone(named.Where(path => !Path.Exists(Repository.At(path))));
    }

    static IEnumerable<(string Path, int Lines)> Lengths() =>
        Repository.With(Source).Except(Generated).Select(path => (path, File.ReadLines(Repository.At(path)).Count()));

    // A word of its own or the end of a compound: OrderHelper and helpers, but not Helpdesk; Base only by itself, as a knowledge base is one of our nouns.
    [GeneratedRegex("(^|[a-z]|[-_.])(Helper|Util|Utilities|Manager|Common|Misc|Shared)s?$|^(helper|util|utilities|manager|common|misc|shared|base)s?$|^Base$")]
    private static partial Regex Drawer();

    // `src/Web/Program.cs` in code marks: a path with a slash that starts in one of our folders.
    [GeneratedRegex("`((?:src|web|tests|bench|bin|docs|samples)/[^`\\s*<>]+)`")]
    private static partial Regex NamedFile();
}
