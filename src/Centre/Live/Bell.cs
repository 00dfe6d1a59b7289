using System.Threading.Channels;

namespace Kanal.Centre.Live;

/// <summary>Calls one who works in rounds to the next: when something happened, or when it is time.</summary>
sealed class Bell : IDisposable
{
    readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly Alarm _alarm;

    public Bell(TimeProvider time) => _alarm = new Alarm(time, Ring);

    public void Ring() => _rung.Writer.TryWrite(true);

    public void RingIf(bool reason)
    {
        if (reason)
        {
            Ring();
        }
    }

    /// <summary>Waits until that time, or less where it rings; a ring during the round that went before counts.</summary>
    public async Task WaitAsync(DateTimeOffset? until, CancellationToken ct)
    {
        _alarm.Set(until);
        await _rung.Reader.ReadAsync(ct);
    }

    public void Dispose() => _alarm.Dispose();
}
