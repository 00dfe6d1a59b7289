namespace Kanal.Centre.Live;

/// <summary>Rings once at a time, however far off it is, and never before it.</summary>
sealed class Alarm : IDisposable
{
    // A timer of the system takes seven weeks at most. A machine that slept, or whose clock was set, is late by no more than this.
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    readonly TimeProvider _time;
    readonly Action _ring;
    readonly ITimer _timer;
    readonly Lock _order = new();
    DateTimeOffset? _at;

    /// <param name="ring">Is called from any thread; it must be quick and must not throw.</param>
    public Alarm(TimeProvider time, Action ring)
    {
        _time = time;
        _ring = ring;
        _timer = time.CreateTimer(_ => Elapse(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Rings then, and not when it was set to before; null for not at all.</summary>
    public void Set(DateTimeOffset? at)
    {
        lock (_order)
        {
            _at = at;
            Wind();
        }
    }

    public void Dispose() => _timer.Dispose();

    void Elapse()
    {
        lock (_order)
        {
            if (!(_at <= _time.GetUtcNow()))
            {
                Wind();
                return;
            }

            _at = null;
        }

        _ring();
    }

    void Wind()
    {
        var wait = _at - _time.GetUtcNow();
        _timer.Change(
            wait is null ? Timeout.InfiniteTimeSpan
            : wait < TimeSpan.Zero ? TimeSpan.Zero
            : wait < _longest ? wait.Value + TimeSpan.FromMilliseconds(1)
            : _longest, Timeout.InfiniteTimeSpan);
        if (wait > TimeSpan.Zero && _at <= _time.GetUtcNow())
        {
            // The clock was set between the look at it and the winding.
            _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
