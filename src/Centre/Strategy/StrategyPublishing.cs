using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>Makes versions: of the draft, and of what was live before. Whatever becomes live is a new version, so that every decision can name its own.</summary>
public sealed class StrategyPublishing(Database database, StrategyBook book, StrategyNews news, Audit audit, TimeProvider time)
{
    const int LongestNote = 500;

    /// <param name="over">The live version that the caller has seen, where it is a newer one than the draft was begun on.</param>
    /// <exception cref="RefusedException">Somebody else has changed the draft or published meanwhile, or something stops it: place by place.</exception>
    public async Task<WholeVersion> PublishAsync(Id id, long revision, string? note, long? over, Caller caller, CancellationToken ct)
    {
        var site = await book.SiteAsync(id, ct);
        var because = Note(note);
        var number = await database.WriteAsync(async sql =>
        {
            var row = await StrategyRow.GetAsync(sql, id);
            StrategyDrafts.RefuseOther(row, revision);
            if ((over ?? row.DraftBasedOn) != row.Versions)
            {
                throw RefusedException.Conflict("published-meanwhile", $"Version {row.Versions} was published since this draft was begun. Look at what it changed; what it brought goes where the draft does not have it.");
            }

            var definition = VersionRow.DefinitionOf(row.Draft ?? throw RefusedException.NotFound("draft"));
            return await PutAsync(sql, site, row, row.WithoutDraft(), definition, because, null, caller);
        }, ct);
        await news.TellAsync();
        return await book.VersionAsync(id, number, ct);
    }

    /// <summary>Brings an earlier version back, as a new one; the draft stays.</summary>
    public async Task<WholeVersion> RestoreAsync(Id id, long number, string? note, Caller caller, CancellationToken ct)
    {
        var site = await book.SiteAsync(id, ct);
        var because = Note(note);
        var restored = await database.WriteAsync(async sql =>
        {
            var row = await StrategyRow.GetAsync(sql, id);
            if (number == row.Versions)
            {
                throw RefusedException.Conflict("already-live", $"Version {number} is live already.");
            }

            var definition = number == 0 ? BuiltInStrategy.In(site.Languages[0]) : (await VersionRow.FindAsync(sql, id, number) ?? throw RefusedException.NotFound("version")).ToDefinition();
            return await PutAsync(sql, site, row, row, definition, because, number, caller);
        }, ct);
        await news.TellAsync();
        return await book.VersionAsync(id, restored, ct);
    }

    async Task<long> PutAsync(Sql sql, Site site, StrategyRow before, StrategyRow after, StrategyDefinition definition, string? note, long? restores, Caller caller)
    {
        var settings = before.ToSettings();
        if (ChannelStrategy.From(definition, PublishedStrategy.CatalogueOf(settings.OwnFacts), out var problems) is null)
        {
            throw DefinitionReading.Stopped(problems);
        }

        var live = await VersionRow.FindAsync(sql, site.Id, before.Versions) is { } row ? row.ToDefinition() : new StrategyDefinition();
        var number = before.Versions + 1;
        await StrategyDrafts.PutAsync(sql, after with { Versions = number }, before);
        await sql.ExecuteAsync("""
            insert into strategy_versions (site_id, number, name, definition, own_facts, changes, note, restores, published_at, agent_id, author)
            values (@site, @number, @Name, @definition, @ownFacts, @changes, @note, @restores, @now, @AgentId, @author)
            """, new
        {
            site = site.Id,
            number,
            definition.Name,
            definition = DefinitionReading.Write(definition),
            ownFacts = Json.From(settings.OwnFacts),
            changes = Json.From(StrategyChanges.Between(live, definition)),
            note,
            restores,
            now = time.GetUtcNow(),
            caller.AgentId,
            author = caller.Name,
        });
        await audit.NoteAsync(sql, caller, restores is null ? "strategy.published" : "strategy.restored", $"{site.Key} {number}");
        return number;
    }

    static string? Note(string? note)
    {
        var faults = new Faults();
        var read = faults.OptionalLine("note", note, LongestNote);
        faults.ThrowIfAny();
        return read;
    }
}
