using System.Collections.Concurrent;
using Kanal.Centre.Live;
using Kanal.Centre.Telemetry;
using Microsoft.Extensions.Hosting;

namespace Kanal.Channels.Http;

/// <summary>
/// One timer for all streams: a comment line every twenty seconds keeps proxies from cutting them and tells readers that we live.
/// When the server stops, it ends them, for a stream that nobody ends would hold the stop up.
/// </summary>
public sealed class Heartbeat(TimeProvider time, IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    static readonly TimeSpan _pause = TimeSpan.FromSeconds(20);

    readonly ConcurrentDictionary<EventStream, bool> _streams = new();
    ITimer? _timer;

    public IDisposable Join(EventStream stream)
    {
        _streams[stream] = true;
        Tally.Stream(1);
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            stream.End();
        }

        return new Membership(_streams, stream);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Beat(), null, _pause, _pause);
        lifetime.ApplicationStopping.Register(EndAll);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _timer?.Dispose();

    void EndAll()
    {
        foreach (var (stream, _) in _streams)
        {
            stream.End();
        }
    }

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
