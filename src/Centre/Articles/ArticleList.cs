using Dapper;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Lists of articles: what was changed last comes first; where something is sought, the best.</summary>
public sealed class ArticleList(Database database, KnowledgeBase knowledge)
{
    const int MostSought = 200;

    public async Task<List<ArticleSummary>> FindAsync(ArticleFilter filter, int skip, int limit, CancellationToken ct)
    {
        var hits = string.IsNullOrWhiteSpace(filter.Sought) ? null : await HitsAsync(filter.Sought, filter, ct);
        return await database.ReadAsync(async sql =>
        {
            var ids = hits is null ? await IdsAsync(sql, filter, skip, limit) : await RankedAsync(sql, filter, [.. hits.Keys], skip, limit);
            List<ArticleSummary> found = [];
            foreach (var id in ids)
            {
                found.Add(await SummaryAsync(sql, id, filter, hits?.GetValueOrDefault(id)));
            }

            return found;
        }, ct);
    }

    async Task<Dictionary<Id, Excerpt>> HitsAsync(string sought, ArticleFilter filter, CancellationToken ct) =>
        (await knowledge.NowAsync(ct)).Search(new Sought(sought, filter.Language, filter.Site) { Limit = MostSought })
            .DistinctBy(hit => hit.Text.Article).ToDictionary(hit => hit.Text.Article, hit => hit.Excerpt);

    // Those that the index found, as it ranks them; then drafts that have the words.
    static async Task<List<Id>> RankedAsync(Sql sql, ArticleFilter filter, List<Id> hits, int skip, int limit)
    {
        var allowed = (await IdsAsync(sql, filter with { Sought = null }, 0, int.MaxValue)).ToHashSet();
        var written = await IdsAsync(sql, filter, 0, MostSought);
        return [.. hits.Where(allowed.Contains).Concat(written).Distinct().Skip(skip).Take(limit)];
    }

    static Task<List<Id>> IdsAsync(Sql sql, ArticleFilter filter, int skip, int limit)
    {
        var (conditions, with) = Conditions(filter);
        with.AddDynamicParams(new { skip, limit });
        return sql.QueryAsync<Id>($"""
            select a.id from articles a where {conditions}
            order by (select max(t.touched_at) from article_texts t where t.article_id = a.id) desc, a.id desc limit @limit offset @skip
            """, with);
    }

    static (string Conditions, DynamicParameters With) Conditions(ArticleFilter filter)
    {
        List<string> conditions = ["1 = 1"];
        var with = new DynamicParameters();
        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                with.Add(name, value);
            }
        }

        Add("a.kind = @kind", "kind", filter.Kind?.Text());
        Add("a.section_id = @section", "section", filter.Section?.Value);
        Add("(a.site_id is null or a.site_id = @site)", "site", filter.Site?.Value);
        Add("a.audience = @audience", "audience", filter.Audience?.Text());
        Add(OfText("1 = 1", filter), "language", filter.Language);
        foreach (var (i, word) in Folding.Words(filter.Sought).Index())
        {
            Add(OfText($"t.folded like @word{i} escape '!'", filter), $"word{i}", Folding.Anywhere(word));
        }

        if (filter.State is { } state)
        {
            conditions.Add(OfText(Is(state), filter));
        }

        if (filter.Stale)
        {
            conditions.Add(OfText("t.language <> a.original and coalesce(t.translated_from, 0) < (select o.published from article_texts o where o.article_id = a.id and o.language = a.original)", filter));
        }

        return (string.Join(" and ", conditions), with);
    }

    static string OfText(string condition, ArticleFilter filter) =>
        $"exists (select 1 from article_texts t where t.article_id = a.id and {condition}{(filter.Language is null ? "" : " and t.language = @language")})";

    static string Is(TextState state) => state switch
    {
        TextState.Published => "t.published is not null",
        TextState.Scheduled => "t.published is null and t.scheduled is not null",
        TextState.Expired => "t.published is null and t.scheduled is null and t.expired = true",
        _ => "t.published is null and t.scheduled is null and t.expired = false",
    };

    static async Task<ArticleSummary> SummaryAsync(Sql sql, Id id, ArticleFilter filter, Excerpt? excerpt)
    {
        var article = await ArticleRow.GetAsync(sql, id);
        var texts = (await sql.QueryAsync<TextRow>($"select {TextRow.Columns} from {TextRow.From} where t.article_id = @id order by t.language", new { id })).ConvertAll(row => row.ToSummary());
        var shown = new[] { filter.Language, filter.Reader, article.Original }.OfType<string>().Select(language => texts.Find(text => text.Language == language)).FirstOrDefault(text => text is not null) ?? texts[0];
        return new ArticleSummary
        {
            Id = id,
            Site = article.SiteId,
            Kind = article.Kind,
            Section = article.SectionId,
            Audience = article.Audience,
            Position = article.Position,
            Original = article.Original,
            Title = shown.Title,
            Language = shown.Language,
            Shortcut = shown.Shortcut,
            Excerpt = excerpt,
            Texts = [.. texts.OrderBy(text => text.Language != article.Original)],
            ChangedAt = texts.Max(text => text.ChangedAt),
        };
    }
}
