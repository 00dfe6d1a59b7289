using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>Reads what is published; of what was there before only what has changed.</summary>
static class LibraryReader
{
    // From here on one reading of all of them is quicker.
    const int MostAlone = 50;

    public static async Task<Library> ReadAsync(Sql sql, Library? before)
    {
        var rows = await sql.QueryAsync<Row>("""
            select t.article_id, t.language, t.site_id, t.slug, t.shortcut, t.published, t.published_at, t.changed_at, a.kind, a.audience, a.section_id, a.position, a.specialists
            from article_texts t join articles a on a.id = t.article_id where t.published is not null order by t.article_id, t.language
            """);
        var contents = await ContentsAsync(sql, rows.FindAll(row => before?.Content(row.ArticleId, row.Language, row.Published) is null));
        var slugs = await sql.QueryAsync<(Id Site, string Language, string Slug, Id Article)>("select site_id, language, slug, article_id from article_slugs");
        return new Library(
            rows.Select(row => row.ToText(before?.Content(row.ArticleId, row.Language, row.Published) ?? contents[(row.ArticleId, row.Language)])),
            await SectionRow.AllAsync(sql),
            slugs.ToDictionary(slug => (slug.Site, slug.Language, slug.Slug), slug => slug.Article),
            await SynonymsAsync(sql),
            before);
    }

    static async Task<Dictionary<(Id, string), ArticleContent>> ContentsAsync(Sql sql, List<Row> wanted)
    {
        List<VersionRow> versions = [];
        if (wanted.Count > MostAlone)
        {
            versions = await sql.QueryAsync<VersionRow>("""
                select v.article_id, v.language, v.number, v.content from article_versions v
                join article_texts t on t.article_id = v.article_id and t.language = v.language and t.published = v.number
                """);
        }
        else
        {
            foreach (var row in wanted)
            {
                versions.Add(await VersionRow.FindAsync(sql, row.ArticleId, row.Language, row.Published) ?? throw new InvalidOperationException($"Article {row.ArticleId} lacks its version {row.Published}."));
            }
        }

        return versions.ToDictionary(version => (version.ArticleId, version.Language), version => version.ToContent());
    }

    static async Task<List<Synonyms>> SynonymsAsync(Sql sql) =>
        (await sql.QueryAsync<SynonymRow>("select words, language, site_id from synonyms order by id")).ConvertAll(row => new Synonyms(Json.To<List<string>>(row.Words) ?? [], row.Language, row.SiteId));

    sealed record SynonymRow
    {
        public string Words { get; init; } = "";
        public string? Language { get; init; }
        public Id? SiteId { get; init; }
    }

    sealed record Row
    {
        public Id ArticleId { get; init; }
        public string Language { get; init; } = "";
        public Id? SiteId { get; init; }
        public string? Slug { get; init; }
        public string? Shortcut { get; init; }
        public int Published { get; init; }
        public DateTimeOffset PublishedAt { get; init; }
        public DateTimeOffset ChangedAt { get; init; }
        public ArticleKind Kind { get; init; }
        public Audience Audience { get; init; }
        public Id? SectionId { get; init; }
        public int Position { get; init; }
        public string? Specialists { get; init; }

        public PublishedText ToText(ArticleContent content) => new()
        {
            Article = ArticleId,
            Site = SiteId,
            Kind = Kind,
            Audience = Audience,
            Section = SectionId,
            Position = Position,
            Specialists = Specialists,
            Language = Language,
            Slug = Slug,
            Shortcut = Shortcut,
            Number = Published,
            Content = content,
            PublishedAt = PublishedAt,
            ChangedAt = ChangedAt,
        };
    }
}
