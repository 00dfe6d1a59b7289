using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Web.PublicApi;

namespace Kanal.Web.HelpCentre;

/// <summary>What strangers find of a site in one language, sorted as the pages show it. Made once for each library.</summary>
public sealed class HelpShelf
{
    static readonly ConditionalWeakTable<Library, ConcurrentDictionary<(Id Site, long Version, string Language), HelpShelf>> _kept = [];

    readonly ILookup<Id, PublishedText> _bySection;

    HelpShelf(Library library, Site site, string language)
    {
        Articles = [.. library.In(site.Id, language).Where(text => text.IsPublic && text.Site == site.Id)];
        Sections = PublicReading.Sections(library, site, language);
        _bySection = Articles.ToLookup(text => text.Section ?? default);
        Specialists = [.. Articles.Select(text => text.Specialists).OfType<string>().Distinct()];
    }

    public IReadOnlyList<PublishedText> Articles { get; }

    /// <summary>Those that have something, in their order.</summary>
    public IReadOnlyList<PublicSection> Sections { get; }

    /// <summary>Portals and communities that articles lead to.</summary>
    public IReadOnlyList<string> Specialists { get; }

    public IEnumerable<PublicSection> Top => Sections.Where(section => section.Parent is not { } parent || Find(parent) is null);

    /// <summary>Articles that stand in no section.</summary>
    public IEnumerable<PublishedText> Loose => Articles.Where(text => text.Section is not { } section || Find(section) is null);

    public static HelpShelf Of(Library library, Site site, string language) =>
        _kept.GetOrCreateValue(library).GetOrAdd((site.Id, site.Version, language), _ => new HelpShelf(library, site, language));

    public PublicSection? Find(Id section) => Sections.FirstOrDefault(one => one.Id == section);

    public PublicSection? Find(string slug) => Sections.FirstOrDefault(one => one.Slug == slug);

    public IEnumerable<PublicSection> Below(PublicSection section) => Sections.Where(one => one.Parent == section.Id);

    /// <summary>The articles right in a section.</summary>
    public IEnumerable<PublishedText> In(PublicSection section) => _bySection[section.Id];

    /// <summary>Those of a section and of the ones below it.</summary>
    public IEnumerable<PublishedText> Within(PublicSection section) => In(section).Concat(Below(section).SelectMany(Within));

    public IEnumerable<PublishedText> For(Audience audience) => Articles.Where(text => text.Audience == audience);

    /// <summary>From the outermost to the section itself.</summary>
    public IEnumerable<PublicSection> PathTo(Id? section) =>
        section is { } id && Find(id) is { } here ? PathTo(here.Parent).Append(here) : [];
}
