using System.Threading.Channels;
using Kanal.Centre.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Queues;

/// <summary>Ends help between queues when its time is over. The end is in the database, so a restart neither forgets nor prolongs it.</summary>
public sealed class HelpClock(HelpBook help, Feed feed, TimeProvider time, ILogger<HelpClock> log) : BackgroundService
{
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    // A machine that slept, or whose clock was set, is at most that late.
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = feed.Subscribe(Topic.Desk, change => CallIf(change.Name == "settings"));
        await using var end = time.CreateTimer(_ => CallIf(true), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        try
        {
            while (await _calls.Reader.ReadAsync(stoppingToken))
            {
                end.Change(await WaitAsync(stoppingToken), Timeout.InfiniteTimeSpan);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    void CallIf(bool reason)
    {
        if (reason)
        {
            _calls.Writer.TryWrite(true);
        }
    }

    async Task<TimeSpan> WaitAsync(CancellationToken ct)
    {
        try
        {
            return await help.EndDueAsync(ct) is not { } next ? Timeout.InfiniteTimeSpan
                : TimeSpan.FromTicks(Math.Clamp((next - time.GetUtcNow()).Ticks, TimeSpan.TicksPerMillisecond, _longest.Ticks));
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(trouble, "Help between queues could not be looked at; it is tried again");
            return _rest;
        }
    }
}
