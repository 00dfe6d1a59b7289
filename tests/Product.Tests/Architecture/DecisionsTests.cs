using System.Reflection;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Architecture;

/// <summary>Decisions think: no input or output, no clock, no chance, nothing asynchronous.</summary>
[OnOneEngine]
public sealed partial class DecisionsTests
{
    static readonly string[] Allowed = ["NodaTime", "MathNet.Numerics", "netstandard"];

    // Of the base class library, these are for doing rather than thinking.
    static readonly string[] Doing =
        ["System.IO", "System.Net", "System.Data", "System.Threading", "System.Console", "System.Diagnostics.Process", "Microsoft"];

    [Fact]
    public void Decisions_call_no_clock_no_chance_and_nothing_that_waits() => Offenders.AreNone(
        from file in Repository.Under("src/Decisions", ".cs")
        from line in File.ReadLines(Repository.At(file)).Select((text, index) => (Text: text, Number: index + 1))
        where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && Banned().IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void Decisions_use_the_base_class_library_and_calculations_only() => Offenders.AreNone(Assembly.Load("Kanal.Decisions")
        .GetReferencedAssemblies()
        .Select(used => used.Name!)
        .Where(name => !Allowed.Contains(name) && (!name.StartsWith("System", StringComparison.Ordinal) || Doing.Any(name.StartsWith))));

    [Fact]
    public void No_decision_shows_a_task() => Offenders.AreNone(
        from type in Product.In("Kanal.Decisions")
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.FullName?.StartsWith("System.Threading.Tasks.ValueTask", StringComparison.Ordinal) == true
        select $"{type.FullName}.{method.Name}");

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bSystemClock\b|\bRandom\.Shared\b|\bnew Random\(\)|\bGuid\.NewGuid\b|\bGuid\.CreateVersion7\b|\bTimeProvider\b|\bStopwatch\b|\basync\b|\bawait\b|\bTask(<|\.|\b\s)|\b(File|Directory|Console|Environment)\.|\bThread\b|\bHttpClient\b|\bDbConnection\b")]
    private static partial Regex Banned();
}
