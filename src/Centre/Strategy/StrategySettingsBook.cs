using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>What holds for every version of a site's strategy.</summary>
public sealed class StrategySettingsBook(Database database, StrategyNews news, Audit audit)
{
    public async Task<StrategySettings> ReadAsync(Id site, CancellationToken ct) => await database.ReadAsync(async sql =>
        await StrategyRow.FindAsync(sql, site) is { } row ? row.ToSettings()
        : await sql.FirstAsync<long>("select count(*) from sites where id = @site", new { site }) > 0 ? new StrategySettings()
        : throw RefusedException.NotFound("site"), ct);

    /// <param name="given">With the version that was read.</param>
    /// <exception cref="RefusedException">Somebody else was quicker, or the live version asks for a fact that would be gone.</exception>
    public async Task<StrategySettings> ChangeAsync(Id site, StrategySettings given, Caller caller, CancellationToken ct)
    {
        var read = new SettingsCheck(new Faults()).Read(given);
        var changed = await database.WriteAsync(async sql =>
        {
            var row = await StrategyRow.GetAsync(sql, site);
            var after = read with { Version = row.SettingsVersion + 1 };
            await RefuseInUseAsync(sql, row, after);
            if (read.Version != row.SettingsVersion || !await sql.ChangesOneAsync(
                "update strategies set settings = @settings, settings_version = @Version where site_id = @site and settings_version = @before",
                new { settings = Json.From(after), after.Version, site, before = row.SettingsVersion }))
            {
                throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed these settings meanwhile. Look at what they are now, then change them again.");
            }

            await audit.NoteAsync(sql, caller, "strategy.settingsChanged", site.ToString());
            return after;
        }, ct);
        await news.TellAsync();
        return changed;
    }

    static async Task RefuseInUseAsync(Sql sql, StrategyRow row, StrategySettings after)
    {
        if (await VersionRow.FindAsync(sql, row.SiteId, row.Versions) is { } live
            && ChannelStrategy.From(live.ToDefinition(), PublishedStrategy.CatalogueOf(after.OwnFacts), out var problems) is null)
        {
            var first = problems.First(problem => problem.Stops);
            var sentence = Sentence.Of($"The live strategy needs it at {first.Place}: {first.Sentence}");
            throw new RefusedException(Refusal.Conflict, "in-use", sentence) { Errors = new() { ["ownFacts"] = [sentence] } };
        }
    }
}
