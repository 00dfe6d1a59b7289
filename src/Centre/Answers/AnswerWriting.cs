using Kanal.Centre.Access;
using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Answers;

/// <summary>Writes short answers in one step each: what is written is published.</summary>
public sealed class AnswerWriting(Database database, ArticleChanges changes, ArticleBook articles, ArticleDrafts drafts, IdSource ids, TimeProvider time)
{
    public async Task<Answer> AddAsync(AnswerRequest request, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var answer = request.Read(ids.Next(now));
        var content = new ArticleContent { Title = answer.Title, Body = answer.Text };
        await database.WriteAsync(async sql =>
        {
            var article = await ArticleBook.InsertAsync(sql, new NewArticle { Kind = ArticleKind.ShortAnswer, Site = answer.Site, Language = answer.Language, Content = content }, answer.Id, now);
            await DraftWriting.AddAsync(sql, article, answer.Language, new TextRequest { Content = content, Shortcut = answer.Shortcut }, caller, now);
            await PublishAsync(sql, article, answer.Language, caller, now);
        }, ct);
        await changes.AnnounceAsync("answers");
        return answer;
    }

    /// <summary>Writes the text in one language anew, or adds it where there is none in this language.</summary>
    public async Task<Answer> ChangeAsync(Id id, AnswerRequest request, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var answer = request.Read(id);
        await database.WriteAsync(async sql =>
        {
            var article = await MoveAsync(sql, answer);
            var before = await TextRow.FindAsync(sql, id, answer.Language);
            var known = before?.Published is { } number ? (await VersionRow.FindAsync(sql, id, answer.Language, number))?.ToContent() : null;
            var written = new TextRequest { Content = (known ?? new ArticleContent { Title = "" }) with { Title = answer.Title, Body = answer.Text }, Shortcut = answer.Shortcut };
            await (before is null ? DraftWriting.AddAsync(sql, article, answer.Language, written, caller, now) : DraftWriting.ChangeAsync(sql, article, before, written, caller, now));
            await PublishAsync(sql, article, answer.Language, caller, now);
        }, ct);
        await changes.AnnounceAsync("answers");
        return answer;
    }

    /// <param name="language">Only the text in this language; the whole answer where it is null, or where there is no other.</param>
    public async Task RemoveAsync(Id id, string? language, Caller caller, CancellationToken ct)
    {
        var others = await database.ReadAsync(async sql =>
        {
            await GetAsync(sql, id);
            return await sql.FirstAsync<long>("select count(*) from article_texts where article_id = @id and language <> @language", new { id, language = language ?? "" });
        }, ct);
        await (language is null || others == 0 ? articles.RemoveAsync(id, caller, ct) : drafts.RemoveAsync(id, language, ct));
    }

    static async Task<ArticleRow> MoveAsync(Sql sql, Answer answer)
    {
        var article = await GetAsync(sql, answer.Id);
        await PlaceCheck.CheckAsync(sql, answer.Site, article.Kind, null, article.Audience, null);
        await sql.ExecuteAsync("update articles set site_id = @Site, section_id = null, version = version + 1 where id = @Id", new { answer.Id, answer.Site });
        await sql.ExecuteAsync("update article_texts set site_id = @Site where article_id = @Id", new { answer.Id, answer.Site });
        return article with { SiteId = answer.Site };
    }

    static async Task PublishAsync(Sql sql, ArticleRow article, string language, Caller caller, DateTimeOffset now)
    {
        var text = await TextRow.FindAsync(sql, article.Id, language) ?? throw RefusedException.NotFound("answer");
        await TextTurns.ShowAsync(sql, text, await TextTurns.MakeVersionAsync(sql, article, text, null, caller, now), text.ExpiresAt, now);
    }

    static async Task<ArticleRow> GetAsync(Sql sql, Id id) =>
        await ArticleRow.GetAsync(sql, id) is { Kind: ArticleKind.ShortAnswer } article ? article : throw RefusedException.NotFound("answer");
}
