using System.Collections.Concurrent;
using Kanal.Centre.Storage;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>Which line a site's customers join over a channel. Another node's change is seen within half a minute.</summary>
public sealed class WaitLines(Database database, TimeProvider time)
{
    static readonly TimeSpan _fresh = TimeSpan.FromSeconds(30);

    // What is not found may have been made a moment ago.
    static readonly TimeSpan _afterMiss = TimeSpan.FromMilliseconds(200);

    readonly ConcurrentDictionary<WaitLine, bool> _met = new();
    readonly Lock _gate = new();
    Task<Dictionary<Id, SiteLines>>? _entries;
    long _readAt;

    /// <summary>Every line that anybody has joined or may join.</summary>
    public async ValueTask<IReadOnlyCollection<WaitLine>> AllAsync()
    {
        foreach (var line in (await Reading(_fresh)).Values.SelectMany(lines => lines.All))
        {
            _met.TryAdd(line, true);
        }

        return [.. _met.Keys];
    }

    /// <summary>Null where the site takes nothing over this channel.</summary>
    public async ValueTask<WaitLine?> OfAsync(Id site, string channel) =>
        (await OfAsync(site)).Of(channel) ?? (await Reading(_afterMiss)).GetValueOrDefault(site, SiteLines.None).Of(channel);

    /// <summary>All of a site's, as they were at one moment: a site that was made a moment ago has none, never some of them.</summary>
    public async ValueTask<SiteLines> OfAsync(Id site) =>
        (await Reading(_fresh)).TryGetValue(site, out var lines) || (await Reading(_afterMiss)).TryGetValue(site, out lines) ? lines : SiteLines.None;

    /// <summary>Somebody has joined this line.</summary>
    public void Meet(WaitLine line) => _met.TryAdd(line, true);

    Task<Dictionary<Id, SiteLines>> Reading(TimeSpan fresh)
    {
        lock (_gate)
        {
            if (_entries is null || _entries.IsFaulted || time.GetElapsedTime(_readAt) > fresh)
            {
                _readAt = time.GetTimestamp();
                _entries = database.ReadAsync(ReadAsync, CancellationToken.None);
            }

            return _entries;
        }
    }

    static async Task<Dictionary<Id, SiteLines>> ReadAsync(Sql sql) =>
        (await sql.QueryAsync<Row>("select site_id, queue_id, channel, address from entry_points order by id"))
            .GroupBy(row => row.SiteId)
            .ToDictionary(site => site.Key, site => new SiteLines([.. site.Select(row => new WaitLine(row.QueueId.Value, row.Channel)).DistinctBy(line => line.Channel)])
            {
                Mailbox = site.FirstOrDefault(row => row.Channel == WaitChannels.Letters && row.Address.Length > 0)?.Address,
            });

    sealed record Row
    {
        public Id SiteId { get; init; }
        public Id QueueId { get; init; }
        public string Channel { get; init; } = "";
        public string Address { get; init; } = "";
    }
}

/// <summary>The lines that a site's customers join, one a channel.</summary>
public sealed record SiteLines(IReadOnlyList<WaitLine> All)
{
    internal static SiteLines None { get; } = new([]);

    /// <summary>The address to which customers can write by themselves; null where no mailbox is connected.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Null where the site takes nothing over this channel.</summary>
    public WaitLine? Of(string channel) => All.Where(line => line.Channel == channel).Select(line => (WaitLine?)line).FirstOrDefault();
}
