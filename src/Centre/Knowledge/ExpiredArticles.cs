using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>Tells what has expired from what never was, by the name in an address.</summary>
public sealed class ExpiredArticles(Database database)
{
    /// <returns>Null where there is no such article for the public.</returns>
    public Task<ExpiredArticle?> FindAsync(Id site, string language, string slug, CancellationToken ct) => database.ReadAsync(sql => sql.FirstAsync<ExpiredArticle>("""
        select a.id, a.section_id as section from article_slugs s join articles a on a.id = s.article_id join article_texts t on t.article_id = s.article_id and t.language = s.language
        where s.site_id = @site and s.language = @language and s.slug = @slug and t.expired = true and t.published is null and a.audience <> 'agents'
        """, new { site, language, slug }), ct);
}

/// <summary>An article whose time is over. Its words are not shown: the next ones may be written already.</summary>
public sealed record ExpiredArticle
{
    public required Id Id { get; init; }

    public Id? Section { get; init; }
}
