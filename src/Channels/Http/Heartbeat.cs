using System.Collections.Concurrent;
using Kanal.Centre.Live;
using Kanal.Centre.Telemetry;
using Microsoft.Extensions.Hosting;

namespace Kanal.Channels.Http;

/// <summary>
/// One timer for all streams: a comment line every twenty seconds keeps proxies from cutting them and tells readers that we live.
/// When the server stops, it ends them, for a stream that nobody ends would hold the stop up.
/// </summary>
public sealed class Heartbeat(TimeProvider time) : IHostedService, IDisposable
{
    const int Groups = 20;

    static readonly TimeSpan _pause = TimeSpan.FromSeconds(20);

    readonly ConcurrentDictionary<EventStream, bool> _streams = new();
    ITimer? _timer;
    volatile bool _ending;

    public IDisposable Join(EventStream stream)
    {
        _streams[stream] = true;
        Tally.Stream(1);
        if (_ending)
        {
            stream.End();
        }

        return new Membership(_streams, stream);
    }

    /// <summary>Ends those that are open, and those that begin yet, in groups, so that their readers don't all come to another node at once.</summary>
    /// <param name="within">How long that may take.</param>
    public async Task EndAsync(TimeSpan within, CancellationToken ct)
    {
        _ending = true;
        EventStream[] open = [.. _streams.Keys];
        foreach (var group in open.Chunk(within > TimeSpan.Zero ? (open.Length / Groups) + 1 : Math.Max(1, open.Length)))
        {
            Array.ForEach(group, stream => stream.End());
            if (within > TimeSpan.Zero)
            {
                await Task.Delay(within / Groups, time, ct);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Beat(), null, _pause, _pause);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _timer?.Dispose();

    void Beat()
    {
        foreach (var (stream, _) in _streams)
        {
            stream.Take(Change.Ping);
        }
    }

    sealed class Membership(ConcurrentDictionary<EventStream, bool> streams, EventStream stream) : IDisposable
    {
        public void Dispose()
        {
            if (streams.TryRemove(stream, out _))
            {
                Tally.Stream(-1);
            }
        }
    }
}
