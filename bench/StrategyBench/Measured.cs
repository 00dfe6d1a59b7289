using System.Diagnostics;

namespace Kanal.StrategyBench;

/// <summary>Processor time of one call, in microseconds, over several runs.</summary>
sealed record Measured(string What, double Best, double Median, long Bytes)
{
    public static Measured Of(string what, int count, int runs, Action<int> call)
    {
        Play(call, count);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        double[] times = [.. Enumerable.Range(0, runs).Select(_ => Play(call, count)).Order()];
        return new Measured(what, times[0], times[runs / 2], (GC.GetAllocatedBytesForCurrentThread() - allocated) / ((long)count * runs));
    }

    public string Row(Measured baseline) => $"| {What} | {Said(Best)} | {Said(Median)} | {Bytes:N0} | {Median / baseline.Median:N2} |";

    static string Said(double microseconds) => microseconds < 1_000 ? $"{microseconds:N2} µs" : $"{microseconds / 1_000:N2} ms";

    static double Play(Action<int> call, int count)
    {
        GC.Collect();
        using var me = Process.GetCurrentProcess();
        var before = me.TotalProcessorTime;
        for (var i = 0; i < count; i++)
        {
            call(i);
        }

        me.Refresh();
        return (me.TotalProcessorTime - before).TotalMicroseconds / count;
    }
}
