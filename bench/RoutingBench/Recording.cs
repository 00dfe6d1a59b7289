using System.Diagnostics;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.RoutingBench;

/// <summary>How things stood, and what happened then.</summary>
sealed record Recording(RoutingSnapshot Start, Instant From, IReadOnlyList<(RoutingEvent Event, Instant Now)> Events)
{
    /// <summary>Plays it to a fresh router; processor time includes collecting garbage.</summary>
    public Played Play()
    {
        var (state, _) = Router.Restore(Start, From);
        GC.Collect();
        var (events, offers, allocated) = (Events, 0, GC.GetAllocatedBytesForCurrentThread());
        using var me = Process.GetCurrentProcess();
        var (before, clock) = (me.TotalProcessorTime, Stopwatch.GetTimestamp());
        for (var i = 0; i < events.Count; i++)
        {
            var actions = Router.Handle(state, events[i].Event, events[i].Now);
            for (var j = 0; j < actions.Count; j++)
            {
                offers += actions[j] is MakeOffer ? 1 : 0;
            }
        }

        var wall = Stopwatch.GetElapsedTime(clock);
        me.Refresh();
        return new Played(me.TotalProcessorTime - before, wall, (GC.GetAllocatedBytesForCurrentThread() - allocated) / events.Count, offers, state.WaitingCount);
    }

    /// <summary>The time of each kind of event, with the overhead of looking at the clock twice.</summary>
    public IEnumerable<(string Kind, int Count, double Microseconds)> ByKind()
    {
        var (state, _) = Router.Restore(Start, From);
        var sums = new Dictionary<string, (int Count, long Ticks)>();
        foreach (var (@event, now) in Events)
        {
            var clock = Stopwatch.GetTimestamp();
            Router.Handle(state, @event, now);
            var took = Stopwatch.GetTimestamp() - clock;
            var (count, ticks) = sums.GetValueOrDefault(@event.GetType().Name);
            sums[@event.GetType().Name] = (count + 1, ticks + took);
        }

        return sums.OrderByDescending(sum => sum.Value.Ticks).Select(sum => (sum.Key, sum.Value.Count, sum.Value.Ticks * 1e6 / Stopwatch.Frequency / sum.Value.Count));
    }
}

/// <param name="Allocated">Bytes an event.</param>
sealed record Played(TimeSpan Processor, TimeSpan Wall, long Allocated, int Offers, int Waiting);
