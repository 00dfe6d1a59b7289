namespace Kanal.Decisions.Simulation;

/// <summary>How many there are of something, and for how many seconds, by interval.</summary>
sealed class Gauge(long start, long interval, int intervals)
{
    readonly long[] _ticks = new long[intervals];
    long _since = start;
    long _until = intervals > 1 ? start + interval : long.MaxValue;
    int _at;

    public int Count { get; private set; }

    public void Add(int change, long now)
    {
        if (now > _since)
        {
            Settle(now);
        }

        Count += change;
    }

    /// <summary>Seconds, each counted as often as there were of it.</summary>
    public double[] Until(long end)
    {
        Add(0, end);
        return [.. _ticks.Select(Clock.Seconds)];
    }

    void Settle(long now)
    {
        while (now > _until)
        {
            _ticks[_at++] += Count * (_until - _since);
            _since = _until;
            _until = _at + 1 < _ticks.Length ? _until + interval : long.MaxValue;
        }

        _ticks[_at] += Count * (now - _since);
        _since = now;
    }
}
