using Kanal.Centre.Callbacks;
using Kanal.Decisions.Hours;

namespace Kanal.Centre.Sites;

/// <summary>A new site, or what is to change in one. What is left out stays as it is; in a new site it takes its usual value.</summary>
public sealed record SiteRequest
{
    /// <summary>The short name that pages embed: a to z, 0 to 9 and hyphens, at most 40. Pages that embed the old one lose the widget.</summary>
    public string? Key { get; init; }

    public string? Name { get; init; }

    /// <summary>Name of a time zone of the IANA database, such as "Europe/Copenhagen".</summary>
    public string? TimeZone { get; init; }

    /// <summary>Language tags such as "da" or "pt-BR"; the first is the site's own.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    public SiteLook? Look { get; init; }

    /// <summary>By language. Danish, English, Polish and Romanian have words of ours until there are others.</summary>
    public IReadOnlyDictionary<string, SiteTexts>? Texts { get; init; }

    /// <summary>Origins of the pages that may hold the widget, such as "https://shop.example". "*" alone lets any page hold it.</summary>
    public IReadOnlyList<string>? AllowedOrigins { get; init; }

    /// <summary>Whether the pages a visitor sees are kept with the conversation.</summary>
    public bool? KeepsJourney { get; init; }

    /// <summary>Whether agents may take a visitor to another of the site's own pages, once the visitor agrees.</summary>
    public bool? GuidesPages { get; init; }

    /// <summary>How customers are called back.</summary>
    public CallbackSettings? Callback { get; init; }

    /// <summary>A host name of the site's own for its help centre, such as "help.shop.example"; empty for none. Its DNS record leads here.</summary>
    public string? HelpDomain { get; init; }

    public HoursDefinition? Hours { get; init; }

    /// <summary>The version that was read; the change is refused where there is a newer one.</summary>
    public long? Version { get; init; }
}
