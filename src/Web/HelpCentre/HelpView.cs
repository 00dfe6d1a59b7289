using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Texts;
using Kanal.Web.PublicApi;
using NodaTime;

namespace Kanal.Web.HelpCentre;

/// <summary>What every page of a help centre knows of its request. Paths are those within the help centre, such as <c>/da/search</c>.</summary>
/// <param name="site">Whose it is.</param>
/// <param name="library">What is published.</param>
/// <param name="language">One of the site's.</param>
/// <param name="prefix">Before every path on this host.</param>
/// <param name="root">Before every path in an address for the world.</param>
/// <param name="now">The time of the request.</param>
public sealed class HelpView(Site site, Library library, string language, string prefix, string root, DateTimeOffset now)
{
    readonly Strings _texts = Strings.In(LanguageTag.Primary(language));

    public Site Site => site;

    public Library Library => library;

    public string Language => language;

    public Strings Texts => _texts;

    public HelpShelf Shelf { get; } = HelpShelf.Of(library, site, language);

    public DateTimeOffset Now => now;

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language);

    public string this[string key] => _texts[$"help.{key}"];

    public string Say(string key, params ReadOnlySpan<(string Place, string Value)> with) => _texts.Say($"help.{key}", with);

    public string Here(string path = "") => $"/{language}{path}";

    public string PathOf(PublishedText text) => HelpAddress.Article(text.Language, text.Slug ?? "");

    public string PathOf(PublicSection section) => Here($"/sections/{section.Slug}");

    public string Link(string path) => prefix + path;

    public string Link(PublishedText text) => Link(PathOf(text));

    /// <summary>As the rest of the world writes it.</summary>
    public string Canonical(string path) => root + path;

    public string Date(DateTimeOffset at) => Local(at).ToString(this["date"], Culture);

    public string Day(DateTimeOffset at) => Local(at).ToString("dddd", Culture);

    /// <summary>In the site's own time zone; a script puts the visitor's beside it.</summary>
    public string DayAndTime(DateTimeOffset at) => _texts.DayAndTime(Local(at), Local(now));

    /// <summary>A language's own name for itself.</summary>
    public static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName is { Length: > 0 } name ? char.ToUpper(name[0], CultureInfo.GetCultureInfo(language)) + name[1..] : language;

    LocalDateTime Local(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(site.Calendar.Zone).LocalDateTime;
}
