using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>What is being written of a strategy: one draft for each site, kept with its problems until it is published or thrown away.</summary>
public sealed class StrategyDrafts(Database database, StrategyBook book, StrategyNews news, Audit audit, TimeProvider time)
{
    /// <param name="revision">Of the draft that was changed; null where there was none.</param>
    public async Task<StrategyDraft> SaveAsync(Id id, StrategyDefinition definition, long? revision, Caller caller, CancellationToken ct)
    {
        var site = await book.SiteAsync(id, ct);
        var text = DefinitionReading.Write(definition);
        var saved = await database.WriteAsync(async sql =>
        {
            var row = await StrategyRow.GetAsync(sql, id);
            if (row.Draft == text && revision != row.Revision)
            {
                // Said again by one who never heard the answer.
                return row;
            }

            RefuseOther(row, revision);
            var after = row with
            {
                Revision = row.Revision + 1,
                Draft = text,
                DraftBasedOn = row.Draft is null ? row.Versions : row.DraftBasedOn,
                DraftChangedAt = time.GetUtcNow(),
                DraftAgentId = caller.AgentId,
                DraftAuthor = caller.Name,
            };
            await PutAsync(sql, after, row);
            return after;
        }, ct);
        await news.TellAsync();
        return await book.DraftAsync(site, saved, ct) ?? throw RefusedException.NotFound("draft");
    }

    /// <param name="revision">Of the draft as it was read; null to throw away whatever is there.</param>
    public async Task DiscardAsync(Id id, long? revision, Caller caller, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var row = await StrategyRow.GetAsync(sql, id);
            if (row.Draft is null)
            {
                return;
            }

            RefuseOther(row, revision ?? row.Revision);
            await PutAsync(sql, row.WithoutDraft(), row);
            await audit.NoteAsync(sql, caller, "strategy.draftDiscarded", id.ToString());
        }, ct);
        await news.TellAsync();
    }

    /// <exception cref="RefusedException">It is not the draft that was read.</exception>
    internal static void RefuseOther(StrategyRow row, long? revision)
    {
        if (row.Draft is null ? revision is not null : revision != row.Revision)
        {
            throw Changed(row);
        }
    }

    internal static async Task PutAsync(Sql sql, StrategyRow after, StrategyRow before)
    {
        var with = new { after.SiteId, after.Versions, after.Revision, after.Draft, after.DraftBasedOn, after.DraftChangedAt, after.DraftAgentId, after.DraftAuthor, wasRevision = before.Revision, wasVersions = before.Versions };
        if (!await sql.ChangesOneAsync("""
            update strategies set versions = @Versions, revision = @Revision, draft = @Draft, draft_based_on = @DraftBasedOn,
                draft_changed_at = @DraftChangedAt, draft_agent_id = @DraftAgentId, draft_author = @DraftAuthor
            where site_id = @SiteId and revision = @wasRevision and versions = @wasVersions
            """, with))
        {
            throw Changed(after);
        }
    }

    static RefusedException Changed(StrategyRow row) => RefusedException.Conflict("draft-changed", row.Draft is null
        ? Sentence.Of("This draft has been published or thrown away meanwhile. Look at what is there now.")
        : $"{row.DraftAuthor} has changed the draft meanwhile. Look at what it is now, then change it again.");
}
