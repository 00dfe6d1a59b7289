using System.Collections.Concurrent;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>How often predictions were right of late: the last two hundred outcomes of each line, at most four weeks old.</summary>
public sealed class WaitTrust(TimeProvider time)
{
    internal const int Outcomes = 200;

    internal static readonly TimeSpan Age = TimeSpan.FromDays(28);

    readonly ConcurrentDictionary<WaitLine, Queue<(DateTimeOffset At, bool Hit)>> _recent = new();

    public Trust Of(WaitLine line)
    {
        if (!_recent.TryGetValue(line, out var recent))
        {
            return default;
        }

        lock (recent)
        {
            var since = time.GetUtcNow() - Age;
            while (recent.TryPeek(out var oldest) && oldest.At < since)
            {
                recent.Dequeue();
            }

            return new Trust(recent.Count, recent.Count(outcome => outcome.Hit));
        }
    }

    internal void Load(IEnumerable<WaitPromise> outcomes)
    {
        foreach (var promise in outcomes.OrderBy(promise => promise.ClosedAt))
        {
            Add(promise);
        }
    }

    internal void Add(WaitPromise over)
    {
        if (over is { Hit: { } hit, ClosedAt: { } at })
        {
            var recent = _recent.GetOrAdd(over.Line, _ => new Queue<(DateTimeOffset At, bool Hit)>(Outcomes));
            lock (recent)
            {
                if (recent.Count == Outcomes)
                {
                    recent.Dequeue();
                }

                recent.Enqueue((at, hit));
            }
        }
    }
}
