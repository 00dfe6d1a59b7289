using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>Which articles visitors read most, where what was long ago counts for less (see <see cref="SoughtRank"/>: half after 14 days).</summary>
public sealed class MostSought(Database database, KnowledgeBase knowledge, TimeProvider time)
{
    /// <summary>The most sought first; only what is published for the public.</summary>
    /// <param name="language">All where it is null.</param>
    public async Task<List<SoughtArticle>> TopAsync(Id site, string? language, int limit, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var library = await knowledge.NowAsync(ct);
        var rows = await database.ReadAsync(sql => sql.QueryAsync<Row>($"""
            select article_id, language, rank, views from article_sought where site_id = @site{(language is null ? "" : " and language = @language")} order by rank desc limit @most
            """, new { site, language, most = limit + 100 }), ct);
        return [.. rows.Select(row => (Row: row, Text: library.Find(row.ArticleId, row.Language))).Where(one => one.Text?.IsPublic == true).Take(limit)
            .Select(one => new SoughtArticle(one.Row.ArticleId, one.Row.Language, one.Text?.Content.Title ?? "", Math.Round(SoughtRank.Score(one.Row.Rank, now), 3), one.Row.Views))];
    }

    internal static async Task WriteAsync(Sql sql, IReadOnlyList<Counted> counts)
    {
        foreach (var read in counts.Where(counted => counted.Article is not null).GroupBy(counted => (counted.Site, counted.Article, counted.Language)))
        {
            var row = new { site = read.Key.Site, article = read.Key.Article, language = read.Key.Language };
            var before = await sql.FirstAsync<Row>("select article_id, language, rank, views from article_sought where site_id = @site and article_id = @article and language = @language", row);
            var rank = read.Select(counted => SoughtRank.Once(counted.At)).Concat(before is null ? [] : [before.Rank]).Aggregate(SoughtRank.Add);
            // An article that was taken away meanwhile is not counted.
            await sql.ExecuteAsync("""
                insert into article_sought (site_id, article_id, language, rank, views, last_at) select @site, id, @language, @rank, @views, @last from articles where id = @article
                on conflict (site_id, article_id, language) do update set rank = excluded.rank, views = excluded.views, last_at = excluded.last_at
                """, new { row.site, row.article, row.language, rank, views = (before?.Views ?? 0) + read.Count(), last = read.Max(counted => counted.At) });
        }
    }

    sealed record Row
    {
        public Id ArticleId { get; init; }
        public string Language { get; init; } = "";
        public double Rank { get; init; }
        public long Views { get; init; }
    }
}

/// <param name="Score">How often it was read, where what was 14 days ago counts half.</param>
/// <param name="Views">How often it was ever read.</param>
public sealed record SoughtArticle(Id Id, string Language, string Title, double Score, long Views);
