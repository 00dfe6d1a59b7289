using Kanal.Centre.Callbacks;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Hours;

namespace Kanal.Web.Api;

/// <summary>A site as the desk shows it: how it is set, whether it is open now, and what to paste into its pages.</summary>
public sealed record Site
{
    public required Id Id { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string TimeZone { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required SiteLook Look { get; init; }

    public required IReadOnlyDictionary<string, SiteTexts> Texts { get; init; }

    public required IReadOnlyList<string> AllowedOrigins { get; init; }

    public required bool KeepsJourney { get; init; }

    /// <summary>Whether agents may take a visitor to another of the site's own pages, once the visitor agrees.</summary>
    public required bool GuidesPages { get; init; }

    public required CallbackSettings Callback { get; init; }

    /// <summary>The host name of its own under which the help centre is found; null for none.</summary>
    public string? HelpDomain { get; init; }

    public required HoursDefinition Hours { get; init; }

    public required HoursStatus HoursStatus { get; init; }

    /// <summary>HTML that puts the widget on a page.</summary>
    public required string Snippet { get; init; }

    public required long Version { get; init; }

    internal static Site Show(Centre.Sites.Site site, HttpRequest request, DateTimeOffset now) => new()
    {
        Id = site.Id,
        Key = site.Key,
        Name = site.Name,
        TimeZone = site.TimeZone,
        Languages = site.Languages,
        Look = site.Look,
        Texts = site.Texts,
        AllowedOrigins = site.AllowedOrigins,
        KeepsJourney = site.KeepsJourney,
        GuidesPages = site.GuidesPages,
        Callback = site.Callback,
        HelpDomain = site.HelpDomain,
        Hours = site.HoursAt(now),
        HoursStatus = site.StatusAt(now),
        Snippet = $"""
            <!-- Kanal -->
            <script async src="{request.Scheme}://{request.Host}/widget/kanal.js" data-site="{site.Key}"></script>
            """,
        Version = site.Version,
    };
}
