using System.Collections.Concurrent;

namespace Kanal.Centre.Access;

/// <summary>
/// Counts what may be tried only so often, in this node's memory: so many at once, and each comes back after a while.
/// What succeeded is given back, so that a whole office behind one address can sign in in the morning.
/// </summary>
public sealed class Attempts(int allowed, TimeSpan comesBack, TimeProvider time)
{
    const int Remembered = 20_000;

    readonly ConcurrentDictionary<string, double> _fullAt = new(StringComparer.Ordinal);

    /// <summary>Null where one more may be tried, else how long to wait.</summary>
    public TimeSpan? Take(string who)
    {
        var now = Now();
        if (_fullAt.Count > Remembered)
        {
            Forget(now);
        }

        var taken = false;
        var fullAt = _fullAt.AddOrUpdate(who, _ => Count(now, out taken), (_, then) => Count(Math.Max(then, now), out taken));
        return taken ? null : TimeSpan.FromSeconds(Math.Max(1, fullAt + comesBack.TotalSeconds - (allowed * comesBack.TotalSeconds) - now));

        double Count(double then, out bool fits)
        {
            var next = then + comesBack.TotalSeconds;
            fits = next - now <= allowed * comesBack.TotalSeconds;
            return fits ? next : then;
        }
    }

    public void GiveBack(string who)
    {
        if (_fullAt.TryGetValue(who, out var then))
        {
            _fullAt.TryUpdate(who, then - comesBack.TotalSeconds, then);
        }
    }

    void Forget(double now)
    {
        foreach (var old in _fullAt.Where(one => one.Value <= now).ToList())
        {
            _fullAt.TryRemove(old);
        }

        // More at once than can be remembered: an attack from very many addresses, which lockout answers.
        if (_fullAt.Count > Remembered)
        {
            _fullAt.Clear();
        }
    }

    double Now() => time.GetElapsedTime(0).TotalSeconds;
}
