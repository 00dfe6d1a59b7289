using System.Collections.Concurrent;
using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Strategy;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Strategy;

/// <summary>
/// Every site's live strategy, read and ready to decide: no visitor waits for the database. A change is seen at
/// once, on other nodes a moment later.
/// </summary>
public sealed class StrategyShelf(Database database, LiveChanges changes, ILogger<StrategyShelf> log) : IDisposable
{
    const int MostOld = 200;

    readonly ConcurrentDictionary<Id, PublishedStrategy> _live = new();
    readonly ConcurrentDictionary<(Id Site, long Version, long Settings), PublishedStrategy> _old = new();
    readonly SemaphoreSlim _reading = new(1, 1);

    /// <summary>What decides there now; version 0, the built-in one, where the site has published none.</summary>
    public PublishedStrategy For(Site site) => _live.TryGetValue(site.Id, out var its) ? its : _live.GetOrAdd(site.Id, _ => BuiltInStrategy.For(site.Languages[0], new()));

    /// <summary>A version there was; kept once it has been read, so that only the first who asks waits.</summary>
    /// <returns>Null where there is no such version, or it can't be read any more.</returns>
    public ValueTask<PublishedStrategy?> FindAsync(Site site, long version, CancellationToken ct)
    {
        var live = For(site);
        return live.Version == version ? new(live)
            : version == 0 ? new(BuiltInStrategy.For(site.Languages[0], live.Settings))
            : _old.TryGetValue((site.Id, version, live.Settings.Version), out var old) ? new(old)
            : new(ReadOldAsync(site.Id, version, live.Settings, ct));
    }

    /// <summary>Reads what has changed since. Call after the commit of a change.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            foreach (var row in await database.ReadAsync(sql => sql.QueryAsync<ShelfRow>(ShelfRow.Stands), ct))
            {
                if (!_live.TryGetValue(row.SiteId, out var its) || its.Version != row.Versions || its.Settings.Version != row.SettingsVersion)
                {
                    await PutAsync(row, its, ct);
                }
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    async Task PutAsync(ShelfRow row, PublishedStrategy? before, CancellationToken ct)
    {
        var settings = StrategyRow.SettingsOf(row.Settings, row.SettingsVersion);
        var published = row.Versions == 0 ? null : await ReadAsync(row.SiteId, row.Versions, settings, ct);
        if (row.Versions > 0 && published is null)
        {
            log.LogError("Version {Version} of the strategy of site {Site} can't be read; what held before holds on", row.Versions, row.SiteId);
        }

        _live[row.SiteId] = published ?? (row.Versions > 0 ? before : null) ?? BuiltInStrategy.For(row.Language, settings);
        changes.Note();
    }

    async Task<PublishedStrategy?> ReadOldAsync(Id site, long version, StrategySettings settings, CancellationToken ct)
    {
        if (await ReadAsync(site, version, settings, ct) is not { } read)
        {
            return null;
        }

        if (_old.Count >= MostOld)
        {
            _old.Clear();
        }

        return _old[(site, version, settings.Version)] = read;
    }

    async Task<PublishedStrategy?> ReadAsync(Id site, long version, StrategySettings settings, CancellationToken ct) =>
        await database.ReadAsync(sql => sql.FirstAsync<ShelfVersion>(ShelfVersion.One, new { site, version }), ct) is { } row && StrategyJson.Read(row.Definition, out _) is { } definition
            ? PublishedStrategy.From(version, definition, Json.To<List<OwnFact>>(row.OwnFacts) ?? [], settings)
            : null;

    sealed record ShelfRow
    {
        public const string Stands = "select s.site_id, s.versions, s.settings, s.settings_version, sites.languages from strategies s join sites on sites.id = s.site_id";

        public Id SiteId { get; init; }
        public long Versions { get; init; }
        public string Settings { get; init; } = "";
        public long SettingsVersion { get; init; }
        public string Languages { get; init; } = "";
        public string Language => Json.To<List<string>>(Languages) is [var first, ..] ? first : "en";
    }

    sealed record ShelfVersion
    {
        public const string One = "select definition, own_facts from strategy_versions where site_id = @site and number = @version";

        public string Definition { get; init; } = "";
        public string OwnFacts { get; init; } = "";
    }
}
