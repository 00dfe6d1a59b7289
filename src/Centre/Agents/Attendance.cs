using System.Collections.Concurrent;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Agents;

/// <summary>
/// Sets offline who has had no desk open for a while, so that no conversation rings at an empty chair; a reload, a restarted server and the way from a
/// node that died to another are shorter than that. Every node keeps watch, the one that leads acts.
/// </summary>
public sealed class Attendance(OpenDesks desks, Database database, PresenceBook presences, RoutingLease lease, TimeProvider time, ILogger<Attendance> log) : BackgroundService
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    readonly ConcurrentDictionary<Id, DateTimeOffset> _left = new();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        desks.Left += Watch;
        await WatchAllAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        desks.Left -= Watch;
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var term = await lease.HeldAsync(stoppingToken);
            try
            {
                // Those whose time was over while nobody led get it once more.
                await WatchAllAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "Who is at work could not be read; those whose desks close from now on are seen");
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, term.Over);
            await Task.Delay(Timeout.InfiniteTimeSpan, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task WatchAllAsync(CancellationToken ct)
    {
        foreach (var agent in await database.ReadAsync(sql => sql.QueryAsync<Id>("select id from agents where presence not in ('offline')"), ct))
        {
            if (!desks.IsHere(agent))
            {
                Watch(agent);
            }
        }
    }

    void Watch(Id agent)
    {
        _left[agent] = time.GetUtcNow();
        _ = WatchAsync(agent);
    }

    async Task WatchAsync(Id agent)
    {
        try
        {
            await Task.Delay(_patience, time);
            // Who came and left again meanwhile has a watch of their own.
            if (lease.Term is { } term && !desks.IsHere(agent) && _left.TryGetValue(agent, out var left) && time.GetUtcNow() - left >= _patience)
            {
                await presences.SetAsync(agent, Presence.Offline, term, CancellationToken.None);
            }
        }
        catch (LeaseLostException)
        {
            // Another node watches too.
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "Agent {Agent} could not be set offline", agent);
        }
    }
}
