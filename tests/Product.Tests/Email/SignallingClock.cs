using System.Threading.Channels;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>A clock that stands still, and tells when somebody began to wait for so long.</summary>
sealed class SignallingClock(TimeSpan wait) : TimeProvider
{
    readonly TestClock _clock = new();
    readonly Channel<bool> _waits = Channel.CreateUnbounded<bool>();

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == wait)
        {
            _waits.Writer.TryWrite(true);
        }

        return timer;
    }

    /// <summary>Moves on by that long, once somebody waits for it.</summary>
    public async Task PassAsync(CancellationToken ct)
    {
        await _waits.Reader.ReadAsync(ct);
        _clock.Advance(wait);
    }
}
