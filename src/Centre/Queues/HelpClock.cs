using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Queues;

/// <summary>Ends help between queues when its time is over. The end is in the database, so a restart neither forgets nor prolongs it; of several nodes, the one that leads does it.</summary>
public sealed class HelpClock(HelpBook help, RoutingLease lease, Feed feed, TimeProvider time, ILogger<HelpClock> log) : BackgroundService
{
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bell = new Bell(time);
        using var following = feed.Subscribe(Topic.Desk, change => bell.RingIf(change.Name == "settings"));
        while (!stoppingToken.IsCancellationRequested)
        {
            await lease.HeldAsync(stoppingToken);
            await bell.WaitAsync(await EndDueAsync(stoppingToken), stoppingToken);
        }
    }

    async Task<DateTimeOffset?> EndDueAsync(CancellationToken ct)
    {
        try
        {
            return await help.EndDueAsync(ct);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(trouble, "Help between queues could not be looked at; it is tried again");
            return time.GetUtcNow() + _rest;
        }
    }
}
