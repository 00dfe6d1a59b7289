using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>What there is of a site's strategy: the live version, the draft, and every version there was.</summary>
public sealed class StrategyBook(Database database, SiteDirectory sites, SiteChannels channels, StrategyChecks checks)
{
    /// <exception cref="RefusedException">There is no such site.</exception>
    public async Task<SiteStrategy> LookAsync(Id id, CancellationToken ct)
    {
        var site = await SiteAsync(id, ct);
        var (row, live) = await database.ReadAsync(async sql =>
        {
            var its = await StrategyRow.FindAsync(sql, id) ?? new StrategyRow { SiteId = id };
            return (its, await VersionRow.FindAsync(sql, id, its.Versions));
        }, ct);
        var settings = row.ToSettings();
        return new SiteStrategy(
            await WholeAsync(site, settings, live, ct),
            await DraftAsync(site, row, ct),
            [.. (await channels.OfAsync(site, ct)).Select(channel => channel.Channel)],
            settings);
    }

    /// <summary>The latest first.</summary>
    public async Task<List<StrategyVersion>> VersionsAsync(Id id, CancellationToken ct)
    {
        await SiteAsync(id, ct);
        var rows = await database.ReadAsync(sql => sql.QueryAsync<VersionRow>(
            "select number, name, changes, note, restores, published_at, author from strategy_versions where site_id = @id order by number desc", new { id }), ct);
        return rows.ConvertAll(row => row.ToVersion());
    }

    /// <param name="number">0 for the built-in one.</param>
    public async Task<WholeVersion> VersionAsync(Id id, long number, CancellationToken ct)
    {
        var site = await SiteAsync(id, ct);
        var (settings, version) = await database.ReadAsync(async sql => ((await StrategyRow.FindAsync(sql, id) ?? new()).ToSettings(), await VersionRow.FindAsync(sql, id, number)), ct);
        return version is null && number != 0 ? throw RefusedException.NotFound("version") : await WholeAsync(site, settings, version, ct);
    }

    /// <summary>The problems of a strategy as it would be read here now.</summary>
    public async Task<IReadOnlyList<StrategyProblem>> CheckAsync(Id id, StrategyDefinition definition, CancellationToken ct)
    {
        var site = await SiteAsync(id, ct);
        return await checks.OfAsync(site, (await database.ReadAsync(sql => StrategyRow.FindAsync(sql, id), ct) ?? new()).ToSettings(), definition, ct);
    }

    internal async Task<StrategyDraft?> DraftAsync(Site site, StrategyRow row, CancellationToken ct)
    {
        if (row is not { Draft: { } text, DraftChangedAt: { } changedAt })
        {
            return null;
        }

        var definition = VersionRow.DefinitionOf(text);
        var live = (await database.ReadAsync(sql => VersionRow.FindAsync(sql, row.SiteId, row.Versions), ct))?.ToDefinition() ?? BuiltInStrategy.In(site.Languages[0]);
        return new StrategyDraft
        {
            Definition = definition,
            Revision = row.Revision,
            BasedOn = row.DraftBasedOn ?? 0,
            ChangedAt = changedAt,
            ChangedBy = row.DraftAuthor ?? "",
            Changes = StrategyChanges.Between(live, definition),
            Problems = await checks.OfAsync(site, row.ToSettings(), definition, ct),
        };
    }

    async Task<WholeVersion> WholeAsync(Site site, StrategySettings settings, VersionRow? row, CancellationToken ct)
    {
        var definition = row?.ToDefinition() ?? BuiltInStrategy.In(site.Languages[0]);
        var version = row?.ToVersion();
        return new WholeVersion
        {
            Number = version?.Number ?? 0,
            Name = definition.Name,
            Note = version?.Note,
            PublishedAt = version?.PublishedAt,
            PublishedBy = version?.PublishedBy,
            Restores = version?.Restores,
            Changes = version?.Changes ?? new(),
            Definition = definition,
            Problems = await checks.OfAsync(site, settings, definition, ct),
        };
    }

    internal async Task<Site> SiteAsync(Id id, CancellationToken ct) => await sites.FindAsync(id, ct) ?? throw RefusedException.NotFound("site");
}
