using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Tests.Waits;

/// <summary>A simulated team with impatient customers: what is promised to four of five must hold for four of five.</summary>
public sealed class SimulatedPromiseTests
{
    static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Theory]
    [InlineData(3, 1.1, 240, 11)]
    [InlineData(12, 1.05, 300, 12)]
    [InlineData(50, 1.2, 120, 13)]
    public void The_promise_holds_for_four_of_five(int agents, double load, double patience, int seed)
    {
        var (told, kept) = Simulate(agents, load, patience, new Random(seed));
        Assert.True(told > 5_000, $"{told} waited");
        Assert.InRange((double)kept / told, 0.77, 0.84);
    }

    /// <summary>Counts those who had to wait, and of them those whose turn came within the 80 % time they were told on arrival.</summary>
    static (int Told, int Kept) Simulate(int agents, double load, double patience, Random chance)
    {
        const double Handle = 300;
        var (told, kept, busy, now, arrivals) = (0, 0, 0, 0.0, 30_000);
        var (nextArrival, ends) = (0.0, new PriorityQueue<int, double>());
        // Those who give up stay in line as ghosts, so that their turn, had they stayed, is seen as well.
        var line = new Queue<(double ArrivedAt, double GivesUpAt, double Promised)>();
        while (arrivals > 0 || ends.Count > 0)
        {
            if (arrivals > 0 && (!ends.TryPeek(out _, out var end) || nextArrival <= end))
            {
                (now, arrivals) = (nextArrival, arrivals - 1);
                nextArrival += Exponential(Handle / agents / load);
                if (busy < agents)
                {
                    busy++;
                    ends.Enqueue(0, now + Exponential(Handle));
                    continue;
                }

                var ahead = line.Count(it => it.GivesUpAt > now);
                var wait = PredictedWait.After(ahead, [new StaffPeriod(Start, agents / Handle)], 1 / patience, Start);
                line.Enqueue((now, now + Exponential(patience), wait.Quantile80));
                continue;
            }

            ends.TryDequeue(out _, out now);
            busy--;
            while (line.TryDequeue(out var next))
            {
                told++;
                kept += now - next.ArrivedAt <= next.Promised ? 1 : 0;
                if (next.GivesUpAt > now)
                {
                    busy++;
                    ends.Enqueue(0, now + Exponential(Handle));
                    break;
                }
            }
        }

        return (told, kept);

        double Exponential(double mean) => -mean * Math.Log(1 - chance.NextDouble());
    }
}
