using System.Collections.Concurrent;

namespace Kanal.Centre.Access;

/// <summary>Locks names after too many attempts, as accounts are locked, in this node's memory.</summary>
sealed class Lockouts(TimeProvider time)
{
    public const int FailuresUntilLocked = 5;
    const int Remembered = 20_000;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> _names = new(StringComparer.Ordinal);

    /// <summary>Null where one more may be tried, else how long to wait.</summary>
    public TimeSpan? Take(string name)
    {
        var now = time.GetUtcNow();
        if (_names.Count >= Remembered)
        {
            _names.Clear();
        }

        TimeSpan? wait = null;
        _names.AddOrUpdate(name, _ => (1, default), (_, there) =>
        {
            wait = there.Until > now ? there.Until - now : null;
            return wait is not null ? there : there.Failures + 1 < FailuresUntilLocked ? (there.Failures + 1, default) : (0, now + LockedFor);
        });
        return wait;
    }
}
