using Kanal.Centre.Storage;

namespace Kanal.Centre.Upkeep;

/// <summary>Finds the articles that need an editor.</summary>
public sealed class UpkeepReports(Database database, LostLinks lost, TimeProvider time)
{
    const int MostComments = 3;

    /// <param name="language">All where it is null.</param>
    /// <param name="most">Of each list.</param>
    public async Task<UpkeepReport> ReadAsync(Id site, string? language, int most, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var links = await lost.FindAsync(site, language, most, ct);
        return await database.ReadAsync(async sql =>
        {
            var texts = await TextsAsync(sql, site, language);
            var votes = await VotesAsync(sql, site, now);
            var asked = texts.Select(text => (Text: text, Vote: votes.GetValueOrDefault(text.Key))).Where(one => one.Vote is not null).ToList();
            return new UpkeepReport(
                texts.Count, asked.Count, texts.Count(text => text.IsReadSince(now - UpkeepTimes.ReadLately)), texts.Count(text => text.Language != text.Original),
                [.. asked.Where(one => one.Vote?.No > 0).Select(one => one.Text.ToDisputed(one.Vote?.No ?? 0, one.Vote?.Yes ?? 0, one.Vote?.Comments ?? []))
                    .OrderByDescending(article => article.AtLeast).ThenByDescending(article => article.No).Take(most)],
                [.. texts.Where(text => text.PublishedAt <= now - UpkeepTimes.UnusedAfter && !text.IsUsedSince(now - UpkeepTimes.UnusedAfter)).OrderBy(text => text.PublishedAt).Take(most).Select(text => text.ToUnused())],
                [.. texts.Where(text => text.ChangedAt <= now - UpkeepTimes.OldAfter && text.IsReadSince(now - UpkeepTimes.ReadLately)).OrderByDescending(text => text.Rank).Take(most).Select(text => text.ToOld(now))],
                [.. texts.Where(text => text.OriginalPublished > (text.TranslatedFrom ?? 0)).OrderBy(text => text.OriginalChangedAt).Take(most).Select(text => text.ToStale())],
                [.. texts.Where(text => text.ExpiresAt <= now + UpkeepTimes.Soon).OrderBy(text => text.ExpiresAt).Take(most).Select(text => text.ToExpiring())],
                links);
        }, ct);
    }

    static Task<List<UpkeepRow>> TextsAsync(Sql sql, Id site, string? language) => sql.QueryAsync<UpkeepRow>($"""
        select t.article_id, t.language, t.title, a.kind, a.original, t.published_at, t.changed_at, t.expires_at, t.translated_from, o.published as original_published, o.changed_at as original_changed_at,
            s.rank, s.views, s.last_at as read_at, (select max(h.shown_at) from shown h where h.article_id = t.article_id and h.language = t.language) as shown_at
        from article_texts t join articles a on a.id = t.article_id
        left join article_texts o on o.article_id = t.article_id and o.language = a.original and o.language <> t.language
        left join article_sought s on s.site_id = @site and s.article_id = t.article_id and s.language = t.language
        where a.site_id = @site and t.published is not null and a.audience <> 'agents'{(language is null ? "" : " and t.language = @language")} order by t.article_id
        """, new { site, language });

    // Whoever has mended an article begins anew: only what readers said of the version that is published counts.
    static async Task<Dictionary<(Id, string), Votes>> VotesAsync(Sql sql, Id site, DateTimeOffset now) => (await sql.QueryAsync<VoteRow>("""
        select h.article_id, h.language, h.yes, h.comment from article_helped h
        join article_texts t on t.article_id = h.article_id and t.language = h.language and t.published = h.number
        where h.site_id = @site and h.at >= @since order by h.id desc
        """, new { site, since = now - UpkeepTimes.VotesFor })).GroupBy(row => (row.ArticleId, row.Language))
        .ToDictionary(votes => votes.Key, votes => new Votes(votes.Count(vote => !vote.Yes), votes.Count(vote => vote.Yes),
            [.. votes.Where(vote => !vote.Yes).Select(vote => vote.Comment).OfType<string>().Take(MostComments)]));

    sealed record Votes(long No, long Yes, IReadOnlyList<string> Comments);

    sealed record VoteRow
    {
        public Id ArticleId { get; init; }
        public string Language { get; init; } = "";
        public bool Yes { get; init; }
        public string? Comment { get; init; }
    }
}
