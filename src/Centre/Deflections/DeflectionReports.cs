using Kanal.Centre.Storage;

namespace Kanal.Centre.Deflections;

/// <summary>Reads what answers have spared.</summary>
public sealed class DeflectionReports(Database database)
{
    /// <param name="site">Null for all.</param>
    public Task<DeflectionReport> ReadAsync(Id? site, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var matters = await sql.FirstAsync<CountRow>($"""
            select {Outcomes} from answer_matters o where o.began_at >= @from and o.began_at < @to and (@any or o.site_id = @one)
            """, Asked(site, from, to)) ?? new CountRow();
        var read = await sql.QueryAsync<ArticleRow>($"""
            select r.article_id, r.language, count(*) as read, {Count("r.helped")} as yes, {Count("not r.helped")} as no, {Outcomes}
            from answer_matters o join answer_reads r on r.matter_id = o.id
            where o.began_at >= @from and o.began_at < @to and (@any or o.site_id = @one) group by r.article_id, r.language
            """, Asked(site, from, to));
        var shown = (await sql.QueryAsync<ArticleRow>("""
            select article_id, language, cast(sum(times) as bigint) as shown from answers_shown
            where day_at >= @day and day_at < @to and (@any or site_id = @one) group by article_id, language
            """, Asked(site, from, to))).ToDictionary(row => (row.ArticleId, row.Language));
        var titles = (await sql.QueryAsync<ArticleRow>("select article_id, language, title from article_texts")).ToDictionary(row => (row.ArticleId, row.Language), row => row.Title);
        var keys = read.Select(row => (row.ArticleId, row.Language)).Union(shown.Keys);
        var found = read.ToDictionary(row => (row.ArticleId, row.Language));
        var articles = keys.Select(key => (found.GetValueOrDefault(key) ?? new ArticleRow { ArticleId = key.ArticleId, Language = key.Language })
            .ToArticle(titles.GetValueOrDefault(key), shown.GetValueOrDefault(key)?.Shown ?? 0));
        return new DeflectionReport(from, to, matters.ToCounts(), [.. articles.OrderByDescending(article => article.Read).ThenByDescending(article => article.Shown).ThenBy(article => article.Article)]);
    }, ct);

    static readonly string Outcomes =
        $"{Count("o.outcome = 'deflected'")} as deflected, {Count("o.outcome = 'contacted'")} as contacted, {Count("o.outcome = 'notHelped'")} as not_helped, {Count("o.outcome = 'open'")} as still_open";

    static string Count(string when) => $"count(case when {when} then 1 end)";

    static object Asked(Id? site, DateTimeOffset from, DateTimeOffset to) =>
        new { any = site is null, one = site ?? default, from, to, day = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero) };

    record CountRow
    {
        public long Deflected { get; init; }
        public long Contacted { get; init; }
        public long NotHelped { get; init; }
        public long StillOpen { get; init; }

        public DeflectionCounts ToCounts() => new(Deflected, Contacted, NotHelped, StillOpen);
    }

    sealed record ArticleRow : CountRow
    {
        public Id ArticleId { get; init; }
        public string Language { get; init; } = "";
        public string? Title { get; init; }
        public long Shown { get; init; }
        public long Read { get; init; }
        public long Yes { get; init; }
        public long No { get; init; }

        public ArticleDeflection ToArticle(string? title, long shown) => new(ArticleId, Language, title, shown, Read, Yes, No, ToCounts());
    }
}
