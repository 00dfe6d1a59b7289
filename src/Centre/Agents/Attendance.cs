using System.Collections.Concurrent;
using Kanal.Centre.Live;
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
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<Id, DateTimeOffset> _left = new();
    readonly Bell _bell = new(time);
    LeaseTerm? _began;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        desks.Left += Watch;
        _began = lease.Term;
        await WatchAllAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        desks.Left -= Watch;
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var term = await lease.HeldAsync(stoppingToken);
            if (term != _began)
            {
                // Those whose time was over while nobody led get it once more.
                _left.Keys.ToList().ForEach(Watch);
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, term.Over);
            await FollowAsync(term, over.Token);
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
        _bell.Ring();
    }

    async Task FollowAsync(LeaseTerm term, CancellationToken over)
    {
        var seesAll = term == _began;
        while (!over.IsCancellationRequested)
        {
            seesAll = seesAll || await TryWatchAllAsync(over);
            foreach (var gone in _left.Where(it => time.GetUtcNow() - it.Value >= _patience).ToList())
            {
                // Who came and left again meanwhile is given the whole time again.
                if (_left.TryRemove(gone) && !desks.IsHere(gone.Key))
                {
                    await SetOfflineAsync(gone.Key, term);
                }
            }

            var next = _left.IsEmpty ? (DateTimeOffset?)null : _left.Values.Min() + _patience;
            await _bell.WaitAsync(seesAll ? next : time.GetUtcNow() + _rest, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> TryWatchAllAsync(CancellationToken over)
    {
        try
        {
            await WatchAllAsync(over);
            return true;
        }
        catch (Exception trouble)
        {
            if (!over.IsCancellationRequested)
            {
                log.LogError(trouble, "Who is at work could not be read; it is tried again");
            }

            return false;
        }
    }

    // What is begun is ended before the server stops, so that it has a database.
    async Task SetOfflineAsync(Id agent, LeaseTerm term)
    {
        try
        {
            await presences.SetAsync(agent, Presence.Offline, term, CancellationToken.None);
        }
        catch (LeaseLostException)
        {
            // Another node watches too.
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "Agent {Agent} could not be set offline; that is tried again", agent);
            _left.TryAdd(agent, time.GetUtcNow());
        }
    }
}
