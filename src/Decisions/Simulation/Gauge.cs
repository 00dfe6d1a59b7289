namespace Kanal.Decisions.Simulation;

/// <summary>How many there are of something, and for how many seconds, by interval.</summary>
sealed class Gauge(long start, long interval, int intervals)
{
    readonly long _start = start;
    readonly double[] _seconds = new double[intervals];
    long _since = start;

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
        return _seconds;
    }

    void Settle(long now)
    {
        if (Count != 0)
        {
            for (var from = _since; from < now;)
            {
                var at = Math.Min((int)((from - _start) / interval), _seconds.Length - 1);
                var to = at == _seconds.Length - 1 ? now : Math.Min(now, _start + (at + 1) * interval);
                _seconds[at] += Count * ((to - from) / (double)TimeSpan.TicksPerSecond);
                from = to;
            }
        }

        _since = now;
    }
}
