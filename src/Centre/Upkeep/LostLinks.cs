using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Upkeep;

/// <summary>Links of articles that lead into a help centre of ours, to what the public does not find there. Other people's pages are not looked up.</summary>
public sealed class LostLinks(Database database, KnowledgeBase knowledge, SiteDirectory sites)
{
    const string Files = "/files/";

    volatile Found? _last;

    /// <param name="language">All where it is null.</param>
    public async Task<IReadOnlyList<LosingArticle>> FindAsync(Id site, string? language, int most, CancellationToken ct)
    {
        var library = await knowledge.NowAsync(ct);
        var all = await sites.AllAsync(ct);
        if (_last is not { } last || last.Library != library || last.Sites != all)
        {
            var files = (await database.ReadAsync(sql => sql.QueryAsync<string>("select key from article_files"), ct)).ToHashSet(StringComparer.Ordinal);
            _last = last = new Found(library, all, await Task.Run(() => Find(library, all, files), ct));
        }

        return [.. last.Articles.Where(one => one.Site == site && (language is null || one.Article.Language == language)).Select(one => one.Article).Take(most)];
    }

    static List<(Id? Site, LosingArticle Article)> Find(Library library, IReadOnlyList<Site> sites, HashSet<string> files)
    {
        bool IsLost(string link) => link.StartsWith(Files, StringComparison.Ordinal)
            ? !files.Contains(link[Files.Length..].Split('?', '#')[0])
            : sites.Select(site => (Site: site, Path: HelpAddress.Within(site, link))).FirstOrDefault(one => one.Path is not null) is { Path: { } path } one && !Leads(library, one.Site, path);
        return [.. library.Texts.Where(text => text.IsPublic).Select(text => (text, Links: Links(text.Content).Where(IsLost).Distinct().ToList())).Where(one => one.Links.Count > 0)
            .OrderByDescending(one => one.Links.Count).ThenBy(one => one.text.Article)
            .Select(one => (one.text.Site, new LosingArticle(one.text.Article, one.text.Language, one.text.Content.Title, one.Links)))];
    }

    static IEnumerable<string> Links(ArticleContent content) =>
        content.Steps.Select(step => step.Body).Prepend(content.Body).Append(content.Channels.Email ?? "").SelectMany(ArticleMarkdown.Links);

    // What else a help centre has, such as its contact page, is always there.
    static bool Leads(Library library, Site site, string path) => path.Split('/') switch
    {
        ["", var language, "articles", var slug, ..] => library.BySlug(site.Id, language, slug) is { IsPublic: true },
        ["", var language, "sections", var slug, ..] => library.Sections.Any(section => section.Site == site.Id && section.In(language).Slug == slug),
        _ => true,
    };

    sealed record Found(Library Library, IReadOnlyList<Site> Sites, List<(Id? Site, LosingArticle Article)> Articles);
}
