using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>What is there already: a site's articles and the short answers of all sites, by everything they can be known by.</summary>
sealed class KnownArticles
{
    readonly Dictionary<Id, ArticleRow> _articles;
    readonly Dictionary<(Id Article, string Language), TextRow> _texts;
    readonly Dictionary<(string Language, string Slug), Id> _slugs;
    readonly Dictionary<(string Language, string Shortcut), Id> _shortcuts;
    readonly Dictionary<(Id Article, string Language), long> _imported;

    KnownArticles(List<ArticleRow> articles, List<TextRow> texts, List<SlugRow> slugs, List<MarkRow> marks)
    {
        _articles = articles.ToDictionary(article => article.Id);
        _texts = texts.ToDictionary(text => (text.ArticleId, text.Language));
        _slugs = slugs.ToDictionary(slug => (slug.Language, slug.Slug), slug => slug.ArticleId);
        _shortcuts = texts.Where(text => text.Shortcut is not null).ToDictionary(text => (text.Language, text.Shortcut ?? ""), text => text.ArticleId);
        _imported = marks.ToDictionary(mark => (mark.ArticleId, mark.Language), mark => mark.Edition);
    }

    public static async Task<KnownArticles> ReadAsync(Sql sql, Id site) => new(
        await sql.QueryAsync<ArticleRow>($"select {ArticleRow.Columns} from articles where site_id = @site or site_id is null", new { site }),
        await sql.QueryAsync<TextRow>($"select {TextRow.Columns} from {TextRow.From} where a.site_id = @site or a.site_id is null", new { site }),
        await sql.QueryAsync<SlugRow>("select language, slug, article_id from article_slugs where site_id = @site", new { site }),
        await sql.QueryAsync<MarkRow>("""
            select target_id as article_id, language, max(edition) as edition from import_items where what = 'article' and edition is not null group by target_id, language
            """));

    public ArticleRow? Article(Id id) => _articles.GetValueOrDefault(id);

    public ArticleRow? BySlug(string language, string? slug) => slug is not null && _slugs.TryGetValue((language, slug), out var id) ? Article(id) : null;

    public ArticleRow? ByShortcut(string language, string? shortcut) => shortcut is not null && _shortcuts.TryGetValue((language, shortcut.ToLowerInvariant()), out var id) ? Article(id) : null;

    public bool IsTaken(string language, string slug) => _slugs.ContainsKey((language, slug));

    public TextRow? Text(Id article, string language) => _texts.GetValueOrDefault((article, language));

    /// <summary>Nobody has touched it since an import left it.</summary>
    public bool IsAsImported(TextRow text) => _imported.TryGetValue((text.ArticleId, text.Language), out var edition) && edition == text.Edition;

    sealed record SlugRow
    {
        public string Language { get; init; } = "";
        public string Slug { get; init; } = "";
        public Id ArticleId { get; init; }
    }

    sealed record MarkRow
    {
        public Id ArticleId { get; init; }
        public string Language { get; init; } = "";
        public long Edition { get; init; }
    }
}
