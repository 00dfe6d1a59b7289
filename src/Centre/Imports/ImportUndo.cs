using Kanal.Centre.Access;
using Kanal.Centre.Articles;
using Kanal.Centre.Attachments;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>Takes an import back, the last done first. What somebody has changed since stays as it is.</summary>
public sealed class ImportUndo(Database database, FileShelf shelf, ArticleChanges changes, DeskFeed desks, Audit audit, TimeProvider time)
{
    const string Remark = "Import undone";

    public async Task<Import> UndoAsync(Id id, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(async sql =>
        {
            var row = await ImportRow.GetAsync(sql, id);
            if (row.State is not (ImportState.Done or ImportState.BrokenOff))
            {
                throw RefusedException.Conflict("not-done", "Only what was carried out can be taken back.");
            }

            await ImportRow.TurnAsync(sql, id, row.State, ImportState.Undone, now);
            await audit.NoteAsync(sql, caller, "import.undone", id.ToString());
        }, ct);
        var items = await database.ReadAsync(sql => sql.QueryAsync<ItemRow>($"select {ItemRow.Columns} from import_items where import_id = @id and edition is not null order by number desc", new { id }), ct);
        foreach (var group in items.GroupBy(item => (item.What, item.TargetId)))
        {
            // What was begun is finished: half taken back is worse than either.
            await UndoAsync([.. group], caller, now);
        }

        await changes.AnnounceAsync("articles");
        foreach (var what in (string[])["sections", "synonyms", "imports"])
        {
            desks.Tell("settings", new SettingsChanged(what));
        }

        return await database.ReadAsync(async sql => await (await ImportRow.GetAsync(sql, id)).ToImportAsync(sql), CancellationToken.None);
    }

    async Task UndoAsync(List<ItemRow> items, Caller caller, DateTimeOffset now)
    {
        var files = await database.WriteAsync(async sql =>
        {
            List<Id> files = [];
            var target = items[0].TargetId ?? default;
            foreach (var item in items)
            {
                var undone = item.What switch
                {
                    ImportedKind.Section => await sql.ChangesOneAsync("""
                        delete from sections where id = @target and version = @Edition and not exists (select 1 from articles where section_id = @target) and not exists (select 1 from sections s where s.parent_id = @target)
                        """, new { target, item.Edition }),
                    ImportedKind.Synonyms => await sql.ChangesOneAsync("delete from synonyms where id = @target", new { target }),
                    _ => await UndoAsync(sql, target, item, items, caller, now, files),
                };
                await sql.ExecuteAsync("update import_items set outcome = @outcome where import_id = @ImportId and number = @Number", new { item.ImportId, item.Number, outcome = (undone ? ImportOutcome.Undone : ImportOutcome.Kept).Text() });
            }

            return files;
        }, CancellationToken.None);
        files.ForEach(shelf.Remove);
    }

    static async Task<bool> UndoAsync(Sql sql, Id article, ItemRow item, List<ItemRow> all, Caller caller, DateTimeOffset now, List<Id> files)
    {
        var text = await TextRow.FindAsync(sql, article, item.Language ?? "");
        if (item.Before is not null)
        {
            return text is not null && text.Edition == item.Edition && await RestoreAsync(sql, text, Json.To<TextBefore>(item.Before), caller, now);
        }

        var row = await sql.FirstAsync<ArticleRow>($"select {ArticleRow.Columns} from articles where id = @article", new { article });
        if (row is null)
        {
            // It went with its original.
            return true;
        }

        if (text is null || text.Edition != item.Edition)
        {
            return false;
        }

        if (row.Original != text.Language)
        {
            await ArticleBook.DeleteTextAsync(sql, article, text.Language);
            return true;
        }

        // The original takes the article with it, if nothing else is left of it.
        var others = await sql.QueryAsync<TextRow>($"select {TextRow.Columns} from {TextRow.From} where t.article_id = @article", new { article });
        if (others.Exists(other => !all.Exists(done => done.Language == other.Language && done.Edition == other.Edition)))
        {
            return false;
        }

        files.AddRange(await ArticleBook.DeleteAsync(sql, article));
        return true;
    }

    static async Task<bool> RestoreAsync(Sql sql, TextRow text, TextBefore? before, Caller caller, DateTimeOffset now)
    {
        if (before is null)
        {
            return false;
        }

        var article = await ArticleRow.GetAsync(sql, text.ArticleId);
        await DraftWriting.TouchAsync(sql, text, text.Edition, caller, now);
        await ShownAsync(sql, article, text, before, caller, now);
        var draft = before.Draft ?? await ContentAsync(sql, text, before.Scheduled ?? before.Published);
        if (draft is not null)
        {
            var fresh = await TextRow.FindAsync(sql, text.ArticleId, text.Language) ?? text;
            await DraftWriting.ChangeAsync(sql, article, fresh, new TextRequest { Content = draft, Edition = fresh.Edition, Slug = before.Slug, Shortcut = before.Shortcut, TranslatedFrom = before.TranslatedFrom }, caller, now);
        }

        if (before.Draft is null)
        {
            await sql.ExecuteAsync("delete from article_drafts where article_id = @ArticleId and language = @Language", text);
        }

        if (before.Settings is { } settings && settings.Version == article.Version)
        {
            await sql.ExecuteAsync("update articles set section_id = @Section, audience = @audience, position = @Position, specialists = @Specialists, version = version + 1 where id = @Id",
                new { article.Id, settings.Section, audience = settings.Audience.Text(), settings.Position, settings.Specialists });
        }

        return true;
    }

    // Versions never go; what was shown before is shown as a new one.
    static async Task ShownAsync(Sql sql, ArticleRow article, TextRow text, TextBefore before, Caller caller, DateTimeOffset now)
    {
        if (text.Published != before.Published && before.Published is { } published)
        {
            await DraftWriting.PutAsync(sql, text.ArticleId, text.Language, await ContentAsync(sql, text, published) ?? throw RefusedException.NotFound("version"), caller, now);
            await TextTurns.ShowAsync(sql, text, await TextTurns.MakeVersionAsync(sql, article, text, Remark, caller, now), before.ExpiresAt, now);
        }
        else if (text.Published != before.Published)
        {
            await TextTurns.TakeBackAsync(sql, text, expired: false);
        }

        if (text.Scheduled != before.Scheduled || text.Published != before.Published)
        {
            await sql.ExecuteAsync("update article_texts set scheduled = @Scheduled, publish_at = @PublishAt where article_id = @ArticleId and language = @Language", new { text.ArticleId, text.Language, before.Scheduled, before.PublishAt });
        }
    }

    static async Task<ArticleContent?> ContentAsync(Sql sql, TextRow text, int? number) => number is { } one ? (await VersionRow.FindAsync(sql, text.ArticleId, text.Language, one))?.ToContent() : null;
}
