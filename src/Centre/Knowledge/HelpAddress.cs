using Kanal.Centre.Sites;

namespace Kanal.Centre.Knowledge;

/// <summary>Where a help centre and its articles are. Nobody else puts these addresses together.</summary>
public static class HelpAddress
{
    /// <summary>Whole where the site has a host name of its own for it, else a path on this server.</summary>
    public static string Of(Site site, string language, string slug) => Root(site) + Article(language, slug);

    public static string Root(Site site) => site.HelpDomain is { } domain ? $"https://{domain}" : $"/help/{site.Key}";

    /// <summary>Within a help centre.</summary>
    public static string Article(string language, string slug) => $"/{language}/articles/{slug}";
}
