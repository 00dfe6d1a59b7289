using Kanal.Centre.Access;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Makes versions of drafts and shows them, at once or later, and takes them back.</summary>
public sealed class Publishing(Database database, ArticleChanges changes, Audit audit, TimeProvider time)
{
    const int LongestRemark = 500;

    public Task<ArticleText> PublishAsync(Id id, string language, PublishRequest request, Caller caller, CancellationToken ct) => WriteAsync(id, language, async (sql, article, text) =>
    {
        var now = time.GetUtcNow();
        var checkedRequest = Check(request, now);
        await DraftWriting.TouchAsync(sql, text, request.Edition, caller, now);
        await PublishAsync(sql, article, text, checkedRequest, caller, now);
        await audit.NoteAsync(sql, caller, checkedRequest.At is null ? "article.published" : "article.scheduled", $"{id} {language}");
    }, ct);

    /// <summary>Every draft at once. What is published together belongs together: translations that were made of the latest original translate the new one.</summary>
    public async Task<Article> PublishAllAsync(Id id, string? remark, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var request = Check(new PublishRequest(Remark: remark), now);
        var published = await database.WriteAsync(async sql =>
        {
            var article = await ArticleRow.GetAsync(sql, id);
            var texts = (await sql.QueryAsync<TextRow>($"select {TextRow.Columns} from {TextRow.From} where t.article_id = @id", new { id })).FindAll(text => text.SavedAt is not null);
            if (texts.Count == 0)
            {
                throw NothingNew();
            }

            var original = texts.Find(text => text.Language == article.Original);
            foreach (var text in texts)
            {
                await DraftWriting.TouchAsync(sql, text, null, caller, now);
                var together = original is not null && text != original && text.TranslatedFrom == original.Versions;
                await PublishAsync(sql, article, together ? text with { TranslatedFrom = original?.Versions + 1 } : text, request, caller, now);
            }

            await audit.NoteAsync(sql, caller, "article.published", id.ToString());
            return await ArticleRow.ReadAsync(sql, id);
        }, ct);
        await changes.AnnounceAsync("articles");
        return published;
    }

    /// <summary>What was published or scheduled is a draft again.</summary>
    public Task<ArticleText> UnpublishAsync(Id id, string language, long? edition, Caller caller, CancellationToken ct) => WriteAsync(id, language, async (sql, _, text) =>
    {
        if ((text.Scheduled ?? text.Published) is null)
        {
            throw RefusedException.Conflict("not-published", "This is neither published nor scheduled.");
        }

        await DraftWriting.TouchAsync(sql, text, edition, caller, time.GetUtcNow());
        await TextTurns.TakeBackAsync(sql, text, expired: false);
        await audit.NoteAsync(sql, caller, "article.unpublished", $"{id} {language}");
    }, ct);

    static async Task PublishAsync(Sql sql, ArticleRow article, TextRow text, PublishRequest request, Caller caller, DateTimeOffset now)
    {
        var number = text.SavedAt is not null ? await TextTurns.MakeVersionAsync(sql, article, text, request.Remark, caller, now) : text.Scheduled ?? text.Published ?? throw NothingNew();
        await (request.At is { } at ? TextTurns.ScheduleAsync(sql, text, number, at, request.Until) : TextTurns.ShowAsync(sql, text, number, request.Until, now));
    }

    async Task<ArticleText> WriteAsync(Id id, string language, Func<Sql, ArticleRow, TextRow, Task> write, CancellationToken ct)
    {
        var written = await database.WriteAsync(async sql =>
        {
            var article = await ArticleRow.GetAsync(sql, id);
            await write(sql, article, await TextRow.FindAsync(sql, id, language) ?? throw RefusedException.NotFound("text"));
            return await ArticleRow.TextAsync(sql, await TextRow.FindAsync(sql, id, language) ?? throw RefusedException.NotFound("text"));
        }, ct);
        await changes.AnnounceAsync("articles");
        return written;
    }

    static PublishRequest Check(PublishRequest request, DateTimeOffset now)
    {
        var faults = new Faults();
        var remark = faults.OptionalLine("remark", request.Remark, LongestRemark);
        faults.AddIf(request.Until <= (request.At > now ? request.At : now), "until", "It can't end before it has begun.");
        faults.ThrowIfAny();
        return request with { Remark = remark, At = request.At > now ? request.At : null };
    }

    static RefusedException NothingNew() => RefusedException.Conflict("nothing-new", "There is nothing written that is not published.");
}
