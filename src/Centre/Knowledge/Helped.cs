using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>Whether articles helped those who read them.</summary>
public sealed class Helped(Database database, KnowledgeBase knowledge, IdSource ids, TimeProvider time)
{
    const int LongestComment = 500;

    static readonly TimeSpan _commentWithin = TimeSpan.FromHours(1);

    /// <param name="text">The version that was read.</param>
    /// <returns>Names what was noted, so that a word can follow.</returns>
    public async Task<Id> NoteAsync(PublishedText text, Id site, bool yes, string? comment, CancellationToken ct)
    {
        var faults = new Faults();
        var said = faults.Text("comment", comment, LongestComment).Trim();
        faults.ThrowIfAny();
        var now = time.GetUtcNow();
        var id = ids.Next(now);
        await database.WriteAsync(sql => sql.ExecuteAsync("""
            insert into article_helped (id, site_id, article_id, language, number, yes, comment, at) select @id, @site, a.id, @Language, @Number, @yes, @said, @now from articles a where a.id = @Article
            """, new { id, site, text.Article, text.Language, text.Number, yes, said = said.Length == 0 ? null : said, now }), ct);
        return id;
    }

    /// <summary>What was missing, from whoever has just said that it did not help; once, and within the hour.</summary>
    public async Task CommentAsync(Id noted, Id article, string? comment, CancellationToken ct)
    {
        var faults = new Faults();
        var said = faults.Text("comment", comment, LongestComment).Trim();
        faults.ThrowIfAny();
        if (said.Length > 0)
        {
            await database.WriteAsync(sql => sql.ExecuteAsync(
                "update article_helped set comment = @said where id = @noted and article_id = @article and yes = false and comment is null and at > @since",
                new { said, noted, article, since = time.GetUtcNow() - _commentWithin }), ct);
        }
    }

    /// <summary>Those with most who said no first.</summary>
    /// <param name="language">All where it is null.</param>
    public async Task<List<HelpedArticle>> CountAsync(Id site, string? language, int limit, CancellationToken ct)
    {
        var library = await knowledge.NowAsync(ct);
        var rows = await database.ReadAsync(sql => sql.QueryAsync<Row>($"""
            select article_id, language, sum(case when yes then 1 else 0 end) as yes, sum(case when yes then 0 else 1 end) as no from article_helped
            where site_id = @site{(language is null ? "" : " and language = @language")} group by article_id, language
            order by sum(case when yes then 0 else 1 end) desc, article_id limit @limit
            """, new { site, language, limit }), ct);
        return rows.ConvertAll(row => new HelpedArticle(row.ArticleId, row.Language, library.Find(row.ArticleId, row.Language)?.Content.Title, row.Yes, row.No));
    }

    /// <summary>What those said who wrote a word with it, the latest first.</summary>
    public Task<List<HelpedComment>> CommentsAsync(Id article, int limit, CancellationToken ct) => database.ReadAsync(sql => sql.QueryAsync<HelpedComment>(
        "select language, number, yes, comment, at from article_helped where article_id = @article and comment is not null order by id desc limit @limit", new { article, limit }), ct);

    sealed record Row
    {
        public Id ArticleId { get; init; }
        public string Language { get; init; } = "";
        public long Yes { get; init; }
        public long No { get; init; }
    }
}

/// <param name="Title">Null where it is not published now.</param>
public sealed record HelpedArticle(Id Id, string Language, string? Title, long Yes, long No);

public sealed record HelpedComment
{
    public required string Language { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Number { get; init; }

    public required bool Yes { get; init; }

    public required string Comment { get; init; }

    public required DateTimeOffset At { get; init; }
}
