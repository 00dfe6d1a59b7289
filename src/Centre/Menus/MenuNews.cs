using System.Collections.Concurrent;
using Kanal.Centre.Live;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Menus;

/// <summary>Tells those who look at a menu when the site stands otherwise than they see, at most once in a while.</summary>
public sealed class MenuNews(SiteStates states, SiteDirectory sites, StrategyShelf shelf, LiveChanges changes, Feed feed, TimeProvider time) : IDisposable
{
    static readonly TimeSpan _pace = TimeSpan.FromSeconds(5);

    // Opening, a slot that has passed and what other nodes do come with the clock alone.
    static readonly TimeSpan _look = TimeSpan.FromSeconds(15);

    readonly ConcurrentDictionary<Id, Told> _told = new();
    readonly Lock _order = new();
    readonly Bell _bell = new(time);

    /// <summary>Calls <paramref name="listener"/> whenever a menu of the site would look otherwise, until disposed.</summary>
    /// <param name="seen">What is looked at; where it is out of date by now, that is told at once.</param>
    public async Task<IDisposable> WatchAsync(Site site, ShownMenu? seen, Action<Change> listener, CancellationToken ct)
    {
        var mark = SiteMark.Of(await states.OfAsync(site, ct), shelf.For(site));
        IDisposable watching;
        lock (_order)
        {
            watching = feed.Subscribe(Topic.Menu(site.Id), listener);
            _told.AddOrUpdate(site.Id, _ => new Told(mark, DateTimeOffset.MinValue), (_, told) => told.Mark == mark ? told : told with { Mark = null });
        }

        if (seen is not null && SiteMark.Of(seen.Now, seen.Strategy) != mark)
        {
            listener(News);
        }

        _bell.Ring();
        return watching;
    }

    internal async Task RunAsync(CancellationToken ct)
    {
        changes.Changed += _bell.Ring;
        try
        {
            while (true)
            {
                await _bell.WaitAsync(await LookAsync(ct), ct);
            }
        }
        finally
        {
            changes.Changed -= _bell.Ring;
        }
    }

    public void Dispose() => _bell.Dispose();

    /// <returns>When to look again though nothing happens; null where nobody watches.</returns>
    async Task<DateTimeOffset?> LookAsync(CancellationToken ct)
    {
        DateTimeOffset? next = null;
        foreach (var (id, told) in _told)
        {
            if (ForgetsUnwatched(id) || await sites.FindAsync(id, ct) is not { } site)
            {
                continue;
            }

            var due = await LookAsync(site, told, ct);
            next = next is null || due < next ? due : next;
        }

        return next;
    }

    bool ForgetsUnwatched(Id site)
    {
        lock (_order)
        {
            return feed.Listeners(Topic.Menu(site)) == 0 && _told.TryRemove(site, out _);
        }
    }

    async Task<DateTimeOffset> LookAsync(Site site, Told told, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var state = await states.OfAsync(site, ct);
        var mark = SiteMark.Of(state, shelf.For(site));
        // A machine whose clock was set back does not wait until it is that late again.
        if (mark != told.Mark && now >= told.At && now < told.At + _pace)
        {
            // Whoever asks now sees this, and by the time that they can be told it may be as before again.
            _told.TryUpdate(site.Id, told with { Mark = null }, told);
            return told.At + _pace;
        }

        if (mark != told.Mark)
        {
            lock (_order)
            {
                _told[site.Id] = new Told(mark, now);
                feed.Publish(Topic.Menu(site.Id), News);
            }
        }

        var turn = state.Status.ClosesAt ?? state.Status.OpensAt;
        return turn > now && turn < now + _look ? turn.Value : now + _look;
    }

    static Change News { get; } = new("menu", new { });

    /// <param name="Mark">Null where not all who look may see the same.</param>
    sealed record Told(string? Mark, DateTimeOffset At);
}

/// <summary>Keeps <see cref="MenuNews"/> going.</summary>
public sealed class MenuNewsLoop(MenuNews news, ILogger<MenuNewsLoop> log) : BackgroundService
{
    static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await news.RunAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "Those who look at menus are not told of changes; it goes on in a moment");
                await Task.Delay(_pause, stoppingToken);
            }
        }
    }
}
