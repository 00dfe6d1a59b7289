using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Web.PublicApi;

/// <summary>What strangers may see of a site's library.</summary>
static class PublicReading
{
    /// <param name="article">Its id, or its name in an address.</param>
    /// <returns>In this language, or in the one the site speaks first; null where there is none for the public.</returns>
    public static PublishedText? Find(Library library, Site site, string article, string language)
    {
        var id = Id.TryParse(article, null, out var given) ? given
            : site.Languages.Prepend(language).Select(spoken => library.BySlug(site.Id, spoken, article)).FirstOrDefault(text => text is not null)?.Article;
        var languages = id is { } known ? Languages(library, site, known) : [];
        return languages.Find(text => text.Language == language) ?? languages.FirstOrDefault();
    }

    /// <summary>In the order in which the site speaks them.</summary>
    public static List<PublishedText> Languages(Library library, Site site, Id article) =>
        [.. site.Languages.SelectMany(language => library.Languages(article).Where(text => text.Language == language && text.IsPublic && text.Site == site.Id))];

    /// <summary>Those that have something in this language, in their order.</summary>
    public static List<PublicSection> Sections(Library library, Site site, string language)
    {
        var counts = library.In(site.Id, language).Where(text => text.IsPublic).CountBy(text => text.Section ?? default).ToDictionary();
        var sections = library.Sections.Where(section => section.Site == site.Id).ToList();
        int Count(Id section) => counts.GetValueOrDefault(section) + sections.Where(below => below.Parent == section).Sum(below => Count(below.Id));
        return [.. sections.Select(section => (Section: section, Text: section.In(language), Articles: Count(section.Id))).Where(one => one.Articles > 0)
            .Select(one => new PublicSection(one.Section.Id, one.Section.Parent, one.Text.Name, one.Text.Description, one.Text.Slug ?? "", one.Articles))];
    }
}
