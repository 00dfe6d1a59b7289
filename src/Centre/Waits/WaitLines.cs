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
    Task<Dictionary<(Id Site, string Channel), WaitLine>>? _entries;
    long _readAt;

    /// <summary>Every line that anybody has joined or may join.</summary>
    public async ValueTask<IReadOnlyCollection<WaitLine>> AllAsync()
    {
        foreach (var line in (await Reading(_fresh)).Values)
        {
            _met.TryAdd(line, true);
        }

        return [.. _met.Keys];
    }

    /// <summary>Null where the site takes nothing over this channel.</summary>
    public async ValueTask<WaitLine?> OfAsync(Id site, string channel) =>
        (await Reading(_fresh)).TryGetValue((site, channel), out var line) || (await Reading(_afterMiss)).TryGetValue((site, channel), out line) ? line : null;

    /// <summary>Somebody has joined this line.</summary>
    public void Meet(WaitLine line) => _met.TryAdd(line, true);

    Task<Dictionary<(Id Site, string Channel), WaitLine>> Reading(TimeSpan fresh)
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

    static async Task<Dictionary<(Id Site, string Channel), WaitLine>> ReadAsync(Sql sql)
    {
        var entries = new Dictionary<(Id Site, string Channel), WaitLine>();
        foreach (var row in await sql.QueryAsync<Row>("select site_id, queue_id, channel from entry_points order by id"))
        {
            entries.TryAdd((row.SiteId, row.Channel), new WaitLine(row.QueueId.Value, row.Channel));
        }

        return entries;
    }

    sealed record Row
    {
        public Id SiteId { get; init; }
        public Id QueueId { get; init; }
        public string Channel { get; init; } = "";
    }
}
