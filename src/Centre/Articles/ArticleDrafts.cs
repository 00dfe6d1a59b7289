using Kanal.Centre.Access;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>What is being written.</summary>
public sealed class ArticleDrafts(Database database, ArticleChanges changes, TimeProvider time)
{
    const int MostLanguages = 50;

    public Task<ArticleText> SaveAsync(Id id, string language, TextRequest request, Caller caller, CancellationToken ct) => WriteAsync(id, language, async (sql, article, text) =>
    {
        var faults = new Faults();
        var read = request with { Content = new ContentCheck(faults).Read(request.Content, article.Kind) };
        faults.ThrowIfAny();
        if (text is not null && read.Edition is { } edition && edition != text.Edition && await IsThereAsync(sql, text, read))
        {
            // Said again by one who never heard the answer.
            return;
        }

        if (text is not null)
        {
            await DraftWriting.ChangeAsync(sql, article, text, read.Edition is null ? throw EditionNeeded() : read, caller, time.GetUtcNow());
        }
        else if (await sql.FirstAsync<long>("select count(*) from article_texts where article_id = @id", new { id }) >= MostLanguages)
        {
            throw RefusedException.Conflict("too-many-languages", $"An article has at most {MostLanguages} languages.");
        }
        else
        {
            await DraftWriting.AddAsync(sql, article, language, read, caller, time.GetUtcNow());
        }
    }, ct);

    static async Task<bool> IsThereAsync(Sql sql, TextRow text, TextRequest read) =>
        await sql.FirstAsync<string>("select content from article_drafts where article_id = @ArticleId and language = @Language", text) == Json.From(read.Content)
        && (read.Slug ?? text.Slug, read.Shortcut ?? text.Shortcut, read.TranslatedFrom ?? text.TranslatedFrom) == (text.Slug, text.Shortcut, text.TranslatedFrom);

    /// <summary>What is not published is thrown away.</summary>
    public Task<ArticleText> DiscardAsync(Id id, string language, long? edition, Caller caller, CancellationToken ct) => WriteAsync(id, language, async (sql, _, found) =>
    {
        var text = found ?? throw RefusedException.NotFound("text");
        if ((text.Published ?? text.Scheduled) is not { } stays)
        {
            throw RefusedException.Conflict("only-draft", "Nothing but this draft is there. Take the language or the article away instead.");
        }

        await DraftWriting.TouchAsync(sql, text, edition, caller, time.GetUtcNow());
        await sql.ExecuteAsync("delete from article_drafts where article_id = @id and language = @language", new { id, language });
        var kept = await VersionRow.FindAsync(sql, id, language, stays) ?? throw RefusedException.NotFound("version");
        await FollowAsync(sql, text, kept);
    }, ct);

    /// <summary>The content of an earlier version becomes the draft.</summary>
    public Task<ArticleText> RestoreAsync(Id id, string language, RestoreRequest request, Caller caller, CancellationToken ct) => WriteAsync(id, language, async (sql, _, found) =>
    {
        var text = found ?? throw RefusedException.NotFound("text");
        var version = await VersionRow.FindAsync(sql, id, language, request.Number) ?? throw RefusedException.NotFound("version");
        await DraftWriting.TouchAsync(sql, text, request.Edition, caller, time.GetUtcNow());
        await DraftWriting.PutAsync(sql, id, language, version.ToContent(), caller, time.GetUtcNow());
        await FollowAsync(sql, text, version);
    }, ct);

    /// <summary>A translation is taken away with its history.</summary>
    public async Task RemoveAsync(Id id, string language, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var article = await ArticleRow.GetAsync(sql, id);
            if (article.Original == language)
            {
                throw RefusedException.Conflict("original", "The others are translated from this language, so it has to stay. The whole article can be taken away.");
            }

            _ = await TextRow.FindAsync(sql, id, language) ?? throw RefusedException.NotFound("text");
            await ArticleBook.DeleteTextAsync(sql, id, language);
        }, ct);
        await changes.AnnounceAsync("articles");
    }

    async Task<ArticleText> WriteAsync(Id id, string language, Func<Sql, ArticleRow, TextRow?, Task> write, CancellationToken ct)
    {
        var written = await database.WriteAsync(async sql =>
        {
            await write(sql, await ArticleRow.GetAsync(sql, id), await TextRow.FindAsync(sql, id, language));
            return await ArticleRow.TextAsync(sql, await TextRow.FindAsync(sql, id, language) ?? throw RefusedException.NotFound("text"));
        }, ct);
        await changes.AnnounceAsync("articles");
        return written;
    }

    static async Task FollowAsync(Sql sql, TextRow text, VersionRow version)
    {
        var content = version.ToContent();
        await sql.ExecuteAsync("update article_texts set title = @Title, folded = @folded, translated_from = @TranslatedFrom where article_id = @ArticleId and language = @Language",
            new { text.ArticleId, text.Language, content.Title, folded = DraftWriting.Folded(content, text.Shortcut), version.TranslatedFrom });
    }

    static RefusedException EditionNeeded() => RefusedException.Invalid("edition", "This is needed: the edition that the draft was written on.");
}
