using System.Collections.Concurrent;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Menus;

/// <summary>
/// How each site's channels stand, kept in memory. What changes it is counted by <see cref="LiveChanges"/>; opening and closing,
/// new articles and what other nodes do are seen by the clock. Nobody's menu waits for anything where nothing has changed.
/// </summary>
public sealed class SiteStates(SiteReading reading, LiveChanges changes, TimeProvider time)
{
    static readonly TimeSpan _fresh = TimeSpan.FromSeconds(5);

    // Every menu that is out and unanswered moves the price.
    static readonly TimeSpan _freshWithPrices = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<Id, Kept> _kept = new();

    public ValueTask<SiteNow> OfAsync(Site site, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return _kept.TryGetValue(site.Id, out var kept) && kept.Holds(site, changes.Count, now) ? new(kept.State) : ReadAsync(site, now, ct);
    }

    async ValueTask<SiteNow> ReadAsync(Site site, DateTimeOffset now, CancellationToken ct)
    {
        // Counted before it is read: what happens meanwhile is read again.
        var count = changes.Count;
        var state = await reading.ReadAsync(site, now, ct);
        _kept[site.Id] = new Kept(state, count, Until(state, now));
        return state;
    }

    static DateTimeOffset Until(SiteNow state, DateTimeOffset now)
    {
        if (state.IsNew)
        {
            return now;
        }

        var until = now + (state.Live.Channels.Any(its => its.Price > 0) ? _freshWithPrices : _fresh);
        return (state.Status.ClosesAt ?? state.Status.OpensAt) is { } turn && turn > now && turn < until ? turn : until;
    }

    sealed record Kept(SiteNow State, long Count, DateTimeOffset Until)
    {
        public bool Holds(Site site, long count, DateTimeOffset now) => ReferenceEquals(State.Site, site) && Count == count && now < Until && now >= State.At.ToDateTimeOffset();
    }
}
