using System.Globalization;

namespace Kanal.Product.Tests.Hosting;

/// <summary>For what must not take long. Only the thread's own time on a processor counts: a machine that stands still, or is busy with other things, says nothing of us.</summary>
static class Quickly
{
    // Ten milliseconds each.
    const int TicksPerSecond = 100;

    public static void Within(TimeSpan longest, string what, Action action)
    {
        var before = Spent();
        action();
        var took = Spent() - before;
        Assert.True(took <= longest, $"{what} took {took.TotalSeconds:N1} s, and more than {longest.TotalSeconds:N1} s is too long.");
    }

    // As proc(5) has it: the twelfth and the thirteenth after the name, in which there may be anything.
    static TimeSpan Spent()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((double)(long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }
}
