namespace Kanal.Product.Tests.Hosting;

/// <summary>A clock that stands still until a test moves it on; what falls due on the way happens then.</summary>
public sealed class TestClock : TimeProvider
{
    // As the system's timers do.
    static readonly TimeSpan _longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    readonly Lock _order = new();
    readonly List<TestTimer> _timers = [];

    // Today, but in the morning: a test that moves on by an hour or two stays on its day, whenever it runs.
    DateTimeOffset _now = new(System.GetUtcNow().UtcDateTime.Date.AddHours(8), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_order)
        {
            return _now;
        }
    }

    /// <summary>How many wait for it to go on.</summary>
    public int Waiting
    {
        get
        {
            lock (_order)
            {
                return _timers.Count;
            }
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (_order)
        {
            _now += by;
        }

        Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    void Ring()
    {
        List<TestTimer> due;
        lock (_order)
        {
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            foreach (var timer in due)
            {
                timer.Due = timer.Period > TimeSpan.Zero ? _now + timer.Period : null;
            }

            _timers.RemoveAll(timer => timer.Due is null);
        }

        due.ForEach(timer => ThreadPool.QueueUserWorkItem(_ => timer.Ring()));
    }

    sealed class TestTimer(TestClock clock, Action ring) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(dueTime, _longest);
            lock (clock._order)
            {
                clock._timers.Remove(this);
                Period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                if (Due is not null)
                {
                    clock._timers.Add(this);
                }
            }

            clock.Ring();
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
