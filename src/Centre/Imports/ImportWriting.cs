using Kanal.Centre.Access;
using Kanal.Centre.Articles;
using Kanal.Centre.Attachments;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>Writes what was planned: each article whole, in one transaction with the note of it, or not at all.</summary>
public sealed class ImportWriting(Database database, FileShelf shelf, IdSource ids, TimeProvider time)
{
    /// <exception cref="RefusedException">It can't be; what is there is as it was.</exception>
    internal async Task WriteAsync(Id import, PlannedArticle article, SourceFiles files, ImportMode mode, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var kept = await KeepAsync(article, files, now, ct);
        try
        {
            await database.WriteAsync(async sql =>
            {
                List<ImportMark> marks = [];
                var id = article.Existing is { } there ? there.Id : await AddAsync(sql, article, mode, caller, now);
                if (article.Existing is { } row)
                {
                    await ChangeAsync(sql, row, article, mode, caller, now, marks);
                }

                foreach (var (file, reference) in kept)
                {
                    await sql.ExecuteAsync("insert into article_files (id, article_id, key, name, type, size, agent_id, created_at) values (@Id, @article, @Key, @Name, @Type, @Size, @AgentId, @now)",
                        new { reference.Id, article = id, file.Key, reference.Name, reference.Type, reference.Size, caller.AgentId, now });
                }

                await ImportNotes.AddAsync(sql, import, article, id, marks);
                await CountAsync(sql, import, 1);
            }, ct);
        }
        catch
        {
            kept.ForEach(file => shelf.Remove(file.Reference.Id));
            throw;
        }
    }

    /// <summary>So many more are done.</summary>
    internal Task CountAsync(Sql sql, Id import, int done) => ImportRow.CountAsync(sql, import, done, time.GetUtcNow());

    async Task<List<(PlannedFile File, Conversations.FileReference Reference)>> KeepAsync(PlannedArticle article, SourceFiles files, DateTimeOffset now, CancellationToken ct)
    {
        List<(PlannedFile, Conversations.FileReference)> kept = [];
        foreach (var file in article.Files.Values.Where(file => file.IsNew))
        {
            await using var content = files.Open(file.Path);
            kept.Add((file, await shelf.WriteAsync(ids.Next(now), content, file.Name, null, ct)));
        }

        return kept;
    }

    async Task<Id> AddAsync(Sql sql, PlannedArticle article, ImportMode mode, Caller caller, DateTimeOffset now)
    {
        var head = article.Head;
        var told = head.Id is { } given && given.Value > 0 && await sql.FirstAsync<long>("select count(*) from articles where id = @given", new { given }) == 0 ? given : ids.Next(now);
        var texts = article.Wanted.Select(text => TextTaking.New(text, mode, caller, now, mode == ImportMode.Publish ? 1 : 0, text.Language == article.Original)).ToList();
        await ArticleImport.WriteAsync(sql, new ImportedArticle(
            article.Kind, article.Site, article.Section?.Id, article.Kind == ArticleKind.ShortAnswer ? Audience.Agents : head.Audience ?? Audience.Everyone, article.Original, texts, head.Specialists)
        {
            Position = head.Position,
            CreatedAt = mode == ImportMode.Restore ? head.Created ?? now : now,
        }, told);
        return told;
    }

    static async Task ChangeAsync(Sql sql, ArticleRow row, PlannedArticle article, ImportMode mode, Caller caller, DateTimeOffset now, List<ImportMark> marks)
    {
        var settings = article.Settings is { } given ? await MoveAsync(sql, row, given with { Section = article.Section is { } section ? section.Id : given.Section }) : null;
        foreach (var text in article.Wanted)
        {
            var there = await TextRow.FindAsync(sql, row.Id, text.Language);
            if (there is null)
            {
                var versions = await sql.FirstAsync<int?>("select versions from article_texts where article_id = @Id and language = @Original", row) ?? 0;
                await ArticleImport.WriteAsync(sql, row.Id, row.Kind, row.SiteId, TextTaking.New(text, mode, caller, now, versions, text.Language == row.Original));
                marks.Add(new ImportMark(text.Language, null));
            }
            else
            {
                var before = await TextTaking.ChangeAsync(sql, row, there, text, caller, now);
                marks.Add(new ImportMark(text.Language, before with { Settings = text == article.Texts[0] ? settings : null }));
            }
        }
    }

    static async Task<ArticleSettings> MoveAsync(Sql sql, ArticleRow row, ArticleSettings given)
    {
        await PlaceCheck.CheckAsync(sql, row.SiteId, row.Kind, given.Section, given.Audience, given.Specialists);
        await sql.ExecuteAsync("update articles set section_id = @Section, audience = @audience, position = @position, specialists = @Specialists, version = version + 1 where id = @Id",
            new { row.Id, given.Section, audience = given.Audience.Text(), position = given.Position ?? row.Position, given.Specialists });
        return new ArticleSettings(row.Audience, row.SectionId, row.Position, row.Specialists, row.Version + 1);
    }
}
