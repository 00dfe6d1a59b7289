using Kanal.Centre.Callbacks;
using Kanal.Centre.Storage;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Centre.Sites;

/// <summary>A site as the table has it.</summary>
sealed record SiteRow
{
    public const string Columns = "id, key, name, time_zone, languages, look, texts, allowed_origins, keeps_journey, guides_pages, hours, callback, help_domain, version";

    public Id Id { get; init; }
    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public string TimeZone { get; init; } = "";
    public string Languages { get; init; } = "";
    public string Look { get; init; } = "";
    public string Texts { get; init; } = "";
    public string AllowedOrigins { get; init; } = "";
    public bool KeepsJourney { get; init; }
    public bool GuidesPages { get; init; }
    public string Hours { get; init; } = "";
    public string Callback { get; init; } = "";
    public string? HelpDomain { get; init; }
    public long Version { get; init; }

    public Site ToSite()
    {
        var hours = Json.To<HoursDefinition>(Hours) ?? new();
        return new Site
        {
            Id = Id,
            Key = Key,
            Name = Name,
            TimeZone = TimeZone,
            Languages = Json.To<List<string>>(Languages) ?? [],
            Look = Json.To<SiteLook>(Look) ?? new(),
            Texts = Json.To<Dictionary<string, SiteTexts>>(Texts) ?? [],
            AllowedOrigins = Json.To<List<string>>(AllowedOrigins) ?? [],
            KeepsJourney = KeepsJourney,
            GuidesPages = GuidesPages,
            Hours = hours,
            // What was checked when it came in can only fail where a newer zone database has lost its zone: closed is the safe reading.
            Calendar = OpeningCalendar.From(hours, out _) ?? new OpeningCalendar(DateTimeZone.Utc, new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>>()),
            Callback = Json.To<CallbackSettings>(Callback) ?? new(),
            HelpDomain = HelpDomain,
            Version = Version,
        };
    }

    public static SiteRow Of(Site site) => new()
    {
        Id = site.Id,
        Key = site.Key,
        Name = site.Name,
        TimeZone = site.TimeZone,
        Languages = Json.From(site.Languages),
        Look = Json.From(site.Look),
        Texts = Json.From(site.Texts),
        AllowedOrigins = Json.From(site.AllowedOrigins),
        KeepsJourney = site.KeepsJourney,
        GuidesPages = site.GuidesPages,
        Hours = Json.From(site.Hours),
        Callback = Json.From(site.Callback),
        HelpDomain = site.HelpDomain,
        Version = site.Version,
    };
}
