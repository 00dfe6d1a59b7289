using Kanal.Centre.Live;
using Kanal.Centre.Telemetry;
using Microsoft.Extensions.Hosting;

namespace Kanal.Channels.Http;

/// <summary>
/// One timer for all streams: a comment line every twenty seconds keeps proxies from cutting them and tells readers that we live.
/// They take turns, for each line needs a buffer until it is sent: ten thousand at once needed 40 MB, which stayed.
/// When the server stops, it ends them, for a stream that nobody ends would hold the stop up.
/// </summary>
public sealed class Heartbeat(TimeProvider time) : IHostedService, IDisposable
{
    const int Turns = 50, EndingTurns = 20;

    static readonly TimeSpan _pause = TimeSpan.FromSeconds(20);

    readonly Turn[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new Turn())];
    ITimer? _timer;
    uint _joined;
    uint _beaten;
    volatile bool _ending;

    public IDisposable Join(EventStream stream)
    {
        var membership = _turns[Interlocked.Increment(ref _joined) % Turns].Add(stream);
        if (_ending)
        {
            stream.End();
        }

        return membership;
    }

    /// <summary>Ends those that are open, and those that begin yet, in groups, so that their readers don't all come to another node at once.</summary>
    /// <param name="within">How long that may take.</param>
    public async Task EndAsync(TimeSpan within, CancellationToken ct)
    {
        _ending = true;
        EventStream[] open = [.. _turns.SelectMany(turn => turn.Streams())];
        foreach (var group in open.Chunk(within > TimeSpan.Zero ? (open.Length / EndingTurns) + 1 : Math.Max(1, open.Length)))
        {
            Array.ForEach(group, stream => stream.End());
            if (within > TimeSpan.Zero)
            {
                await Task.Delay(within / EndingTurns, time, ct);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Beat(), null, _pause / Turns, _pause / Turns);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _timer?.Dispose();

    void Beat()
    {
        foreach (var stream in _turns[Interlocked.Increment(ref _beaten) % Turns].Streams())
        {
            stream.Take(Change.Ping);
        }
    }

    /// <summary>Those who are told at the same time.</summary>
    sealed class Turn
    {
        readonly Lock _gate = new();
        readonly HashSet<EventStream> _streams = [];

        public IDisposable Add(EventStream stream)
        {
            lock (_gate)
            {
                _streams.Add(stream);
            }

            Tally.Stream(1);
            return new Membership(this, stream);
        }

        public EventStream[] Streams()
        {
            lock (_gate)
            {
                return [.. _streams];
            }
        }

        void Leave(EventStream stream)
        {
            lock (_gate)
            {
                if (!_streams.Remove(stream))
                {
                    return;
                }
            }

            Tally.Stream(-1);
        }

        sealed class Membership(Turn turn, EventStream stream) : IDisposable
        {
            public void Dispose() => turn.Leave(stream);
        }
    }
}
