using Kanal.Centre.Access;
using Kanal.Centre.Attachments;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Makes articles, says where they stand and whom they are for, and takes them away.</summary>
public sealed class ArticleBook(Database database, FileShelf shelf, ArticleChanges changes, Audit audit, IdSource ids, TimeProvider time)
{
    public Task<Article> FindAsync(Id id, CancellationToken ct) => database.ReadAsync(sql => ArticleRow.ReadAsync(sql, id), ct);

    public async Task<Article> AddAsync(NewArticle given, Caller caller, CancellationToken ct)
    {
        var faults = new Faults();
        var content = new ContentCheck(faults).Read(given.Content, given.Kind);
        var request = new TextRequest { Content = content, Slug = given.Slug, Shortcut = given.Shortcut };
        faults.ThrowIfAny();
        var now = time.GetUtcNow();
        var id = ids.Next(now);
        var article = await database.WriteAsync(async sql =>
        {
            var row = await InsertAsync(sql, given, id, now);
            await DraftWriting.AddAsync(sql, row, given.Language, request, caller, now);
            await audit.NoteAsync(sql, caller, "article.added", id.ToString());
            return await ArticleRow.ReadAsync(sql, id);
        }, ct);
        await changes.AnnounceAsync("articles");
        return article;
    }

    public async Task<Article> ChangeAsync(Id id, ArticleSettings given, Caller caller, CancellationToken ct)
    {
        var article = await database.WriteAsync(async sql =>
        {
            var row = await ArticleRow.GetAsync(sql, id);
            await PlaceCheck.CheckAsync(sql, row.SiteId, row.Kind, given.Section, given.Audience, given.Specialists);
            var changed = (given.Version ?? row.Version) == row.Version && await sql.ChangesOneAsync("""
                update articles set section_id = @Section, audience = @audience, position = @position, specialists = @Specialists, version = version + 1
                where id = @id and version = @Version
                """, new { id, row.Version, given.Section, audience = given.Audience.Text(), position = given.Position ?? row.Position, given.Specialists });
            if (!changed)
            {
                throw ChangedMeanwhile();
            }

            await audit.NoteAsync(sql, caller, "article.changed", id.ToString());
            return await ArticleRow.ReadAsync(sql, id);
        }, ct);
        await changes.AnnounceAsync("articles");
        return article;
    }

    public async Task RemoveAsync(Id id, Caller caller, CancellationToken ct)
    {
        var files = await database.WriteAsync(async sql =>
        {
            await ArticleRow.GetAsync(sql, id);
            var there = await DeleteAsync(sql, id);
            await audit.NoteAsync(sql, caller, "article.removed", id.ToString());
            return there;
        }, ct);
        files.ForEach(shelf.Remove);
        await changes.AnnounceAsync("articles");
    }

    /// <returns>Its files, to be removed after the commit.</returns>
    internal static async Task<List<Id>> DeleteAsync(Sql sql, Id id)
    {
        var files = await sql.QueryAsync<Id>("select id from article_files where article_id = @id", new { id });
        foreach (var table in (string[])["article_helped", "article_sought", "article_files", "article_slugs", "article_drafts", "article_versions", "article_texts"])
        {
            await sql.ExecuteAsync($"delete from {table} where article_id = @id", new { id });
        }

        await sql.ExecuteAsync("delete from articles where id = @id", new { id });
        return files;
    }

    internal static async Task DeleteTextAsync(Sql sql, Id id, string language)
    {
        foreach (var table in (string[])["article_slugs", "article_drafts", "article_versions", "article_texts"])
        {
            await sql.ExecuteAsync($"delete from {table} where article_id = @id and language = @language", new { id, language });
        }
    }

    internal static RefusedException ChangedMeanwhile() =>
        RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this article meanwhile. Look at what it is now, then change it again.");

    internal static async Task<ArticleRow> InsertAsync(Sql sql, NewArticle given, Id id, DateTimeOffset now)
    {
        var audience = given.Kind == ArticleKind.ShortAnswer ? Audience.Agents : given.Audience;
        await PlaceCheck.CheckAsync(sql, given.Site, given.Kind, given.Section, audience, given.Specialists);
        var position = given.Position ?? await sql.FirstAsync<int>("select coalesce(max(position) + 1, 0) from articles where section_id = @section", new { section = given.Section ?? default });
        await sql.ExecuteAsync("""
            insert into articles (id, site_id, kind, section_id, audience, position, specialists, original, created_at, version)
            values (@id, @Site, @kind, @Section, @audience, @position, @Specialists, @Language, @now, 1)
            """, new { id, given.Site, kind = given.Kind.Text(), given.Section, audience = audience.Text(), position, given.Specialists, given.Language, now });
        return await ArticleRow.GetAsync(sql, id);
    }
}
