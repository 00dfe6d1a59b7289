using Kanal.Centre.Storage;

namespace Kanal.Centre.Strategy;

/// <summary>A site's strategy as the table has it; the versions stand beside.</summary>
sealed record StrategyRow
{
    public const string Columns = "site_id, versions, revision, draft, draft_based_on, draft_changed_at, draft_agent_id, draft_author, settings, settings_version";

    public Id SiteId { get; init; }

    /// <summary>The number of the live one, which is the last; 0 where there is none.</summary>
    public long Versions { get; init; }
    public long Revision { get; init; }
    public string? Draft { get; init; }
    public long? DraftBasedOn { get; init; }
    public DateTimeOffset? DraftChangedAt { get; init; }
    public Id? DraftAgentId { get; init; }
    public string? DraftAuthor { get; init; }
    public string Settings { get; init; } = "{}";
    public long SettingsVersion { get; init; }

    public StrategyRow WithoutDraft() => this with { Revision = Revision + 1, Draft = null, DraftBasedOn = null, DraftChangedAt = null, DraftAgentId = null, DraftAuthor = null };

    public StrategySettings ToSettings() => SettingsOf(Settings, SettingsVersion);

    public static StrategySettings SettingsOf(string settings, long version) => (Json.To<StrategySettings>(settings) ?? new()) with { Version = version };

    /// <summary>The site's row, which is made where nobody has touched its strategy yet.</summary>
    public static async Task<StrategyRow> GetAsync(Sql sql, Id site)
    {
        if (await FindAsync(sql, site) is { } there)
        {
            return there;
        }

        if (await sql.FirstAsync<long>("select count(*) from sites where id = @site", new { site }) == 0)
        {
            throw RefusedException.NotFound("site");
        }

        await sql.ExecuteAsync("insert into strategies (site_id, versions, revision, settings, settings_version) values (@site, 0, 0, '{}', 0) on conflict (site_id) do nothing", new { site });
        return await FindAsync(sql, site) ?? throw RefusedException.NotFound("site");
    }

    public static Task<StrategyRow?> FindAsync(Sql sql, Id site) => sql.FirstAsync<StrategyRow>($"select {Columns} from strategies where site_id = @site", new { site });
}
