using System.Collections.Concurrent;

namespace Kanal.Centre.Access;

/// <summary>
/// Lets each key through at a steady rate with some at once (the generic cell rate algorithm: one number for each key).
/// </summary>
/// <param name="perSecond">How many a second in the long run.</param>
/// <param name="burst">How many at once.</param>
public sealed class Floodgate<TKey>(double perSecond, int burst, TimeProvider time) where TKey : notnull
{
    const int MostKeys = 200_000;

    readonly ConcurrentDictionary<TKey, long> _nextFree = new();
    readonly long _each = (long)(TimeSpan.TicksPerSecond / perSecond);

    /// <summary>How long to wait before trying again; null where this one may pass.</summary>
    public TimeSpan? Refuses(TKey key)
    {
        var now = time.GetUtcNow().UtcTicks;
        var tolerance = _each * burst;
        while (true)
        {
            var known = _nextFree.TryGetValue(key, out var free);
            // Nobody who was let through is further ahead than this: the clock was, and has been set right.
            var next = (free - now > tolerance ? now : Math.Max(free, now)) + _each;
            if (next - now > tolerance)
            {
                return TimeSpan.FromTicks(next - now - tolerance);
            }

            if (known && _nextFree.TryUpdate(key, next, free))
            {
                return null;
            }

            if (!known && _nextFree.TryAdd(key, next))
            {
                // Counting locks the whole dictionary, so only who is new counts.
                Forget(now);
                return null;
            }
        }
    }

    void Forget(long now)
    {
        if (_nextFree.Count > MostKeys)
        {
            foreach (var idle in _nextFree.Where(entry => entry.Value < now))
            {
                _nextFree.TryRemove(idle);
            }
        }
    }
}
