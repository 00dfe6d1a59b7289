namespace Kanal.Product.Tests.Hosting;

/// <summary>A clock that runs faster than the machine's, for what takes its time while others don't hurry.</summary>
public sealed class HastyClock(int times) : TimeProvider
{
    // A timer that is due at every turn would leave no time for anything else.
    static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(1);

    readonly DateTimeOffset _began = System.GetUtcNow();
    readonly long _start = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _began + (System.GetElapsedTime(_start) * times);

    public override long GetTimestamp() => System.GetTimestamp() * times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period)), this);

    TimeSpan Shorter(TimeSpan wait) => wait <= TimeSpan.Zero ? wait : wait / times is var shorter && shorter < _shortest ? _shortest : shorter;

    sealed class Timer(ITimer timer, HastyClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorter(dueTime), clock.Shorter(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
