using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Articles;

/// <summary>Goes round when something is to be published or taken back. The times are in the database: what fell due while no server ran is done at the start. Of several nodes, the one that leads does it.</summary>
public sealed class PublishingClock(PublishingRounds rounds, RoutingLease lease, Feed feed, TimeProvider time, ILogger<PublishingClock> log) : BackgroundService
{
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bell = new Bell(time);
        using var following = feed.Subscribe(Topic.Desk, change => bell.RingIf(change is { Name: "settings", Body: SettingsChanged { What: "articles" } }));
        while (!stoppingToken.IsCancellationRequested)
        {
            var term = await lease.HeldAsync(stoppingToken);
            await bell.WaitAsync(await GoAsync(term, stoppingToken), stoppingToken);
        }
    }

    async Task<DateTimeOffset?> GoAsync(LeaseTerm term, CancellationToken ct)
    {
        try
        {
            return await rounds.GoAsync(term, ct);
        }
        catch (LeaseLostException)
        {
            return time.GetUtcNow() + _rest;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(trouble, "What is to be published or taken back could not be looked at; it is tried again");
            return time.GetUtcNow() + _rest;
        }
    }
}
