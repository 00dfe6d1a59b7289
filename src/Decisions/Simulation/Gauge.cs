namespace Kanal.Decisions.Simulation;

/// <summary>How many there are of something, and for how many seconds, by interval.</summary>
sealed class Gauge(long start, long interval, int intervals)
{
    readonly long[] _ticks = new long[intervals];
    long _from = start;
    long _until = start + interval;
    // Of the interval that runs, as if all stayed to its end.
    long _running;
    int _at;

    public int Count { get; private set; }

    public void Add(int change, long now)
    {
        if (now >= _until)
        {
            TurnTo(now);
        }

        Count += change;
        _running += change * (_until - Math.Max(now, _from));
    }

    /// <summary>Seconds, each counted as often as there were of it.</summary>
    public double[] Until(long end)
    {
        TurnTo(end);
        _ticks[_at] = _running - Count * (_until - Math.Max(end, _from));
        return [.. _ticks.Select(Clock.Seconds)];
    }

    void TurnTo(long now)
    {
        while (now >= _until && _at + 1 < _ticks.Length)
        {
            _ticks[_at++] = _running;
            (_from, _until) = (_until, _until + interval);
            _running = Count * interval;
        }
    }
}
