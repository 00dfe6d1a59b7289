using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Web.PublicApi;

namespace Kanal.Web.HelpCentre;

/// <summary>Every page of a help centre for search engines (sitemaps.org), each with the languages it can be read in.</summary>
static class Sitemap
{
    // The format allows no more in one file.
    const int Most = 50_000;

    static readonly XNamespace _map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    static readonly XNamespace _html = "http://www.w3.org/1999/xhtml";

    public static async Task<IResult> GetAsync(HttpContext context, HelpDoor door, KnowledgeBase knowledge, CancellationToken ct)
    {
        if (await door.SiteAsync(context, ct) is not { } site)
        {
            return TypedResults.NotFound();
        }

        var root = HelpDoor.Root(context, site);
        var pages = Pages(await knowledge.NowAsync(ct), site).SelectMany(page => Urls(page, root)).Take(Most);
        var map = new XDocument(new XElement(_map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", _html), pages));
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Text($"""<?xml version="1.0" encoding="UTF-8"?>{map.ToString(SaveOptions.DisableFormatting)}""", "application/xml", Encoding.UTF8);
    }

    static IEnumerable<Page> Pages(Library library, Site site)
    {
        yield return new Page([.. site.Languages.Select(language => (language, $"/{language}", (DateTimeOffset?)null))]);
        foreach (var section in library.Sections.Where(section => section.Site == site.Id))
        {
            yield return new Page([.. site.Languages.Select(language => (language, Section: HelpShelf.Of(library, site, language).Find(section.Id))).Where(one => one.Section is not null)
                .Select(one => (one.language, $"/{one.language}/sections/{one.Section?.Slug}", (DateTimeOffset?)null))]);
        }

        foreach (var article in site.Languages.SelectMany(language => HelpShelf.Of(library, site, language).Articles).Select(text => text.Article).Distinct())
        {
            yield return new Page([.. PublicReading.Languages(library, site, article).Select(text => (text.Language, HelpAddress.Article(text.Language, text.Slug ?? ""), (DateTimeOffset?)text.ChangedAt))]);
        }
    }

    static IEnumerable<XElement> Urls(Page page, string root) => page.Languages.Select(one => new XElement(
        _map + "url",
        new XElement(_map + "loc", root + one.Path),
        one.Changed is { } changed ? new XElement(_map + "lastmod", changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        page.Languages.Count == 1 ? null : page.Languages.Select(other => new XElement(
            _html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Language), new XAttribute("href", root + other.Path)))));

    sealed record Page(IReadOnlyList<(string Language, string Path, DateTimeOffset? Changed)> Languages);
}
