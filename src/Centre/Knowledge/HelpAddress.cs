using Kanal.Centre.Sites;

namespace Kanal.Centre.Knowledge;

/// <summary>Where a help centre and its articles are. Nobody else puts these addresses together.</summary>
public static class HelpAddress
{
    /// <summary>Whole where the site has a host name of its own for it, else a path on this server.</summary>
    public static string Of(Site site, string language, string slug) => Root(site) + Article(language, slug);

    public static string Root(Site site) => site.HelpDomain is { } domain ? $"https://{domain}" : $"/help/{site.Key}";

    /// <summary>The path within a site's help centre that a link leads to, under whatever host it is reached; null where it leads elsewhere.</summary>
    public static string? Within(Site site, string link)
    {
        var web = Uri.TryCreate(link, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole : null;
        var path = web?.AbsolutePath ?? link.Split('?', '#')[0];
        var own = $"/help/{site.Key}/";
        return web is not null && web.Host == site.HelpDomain ? path : path.StartsWith(own, StringComparison.Ordinal) ? path[(own.Length - 1)..] : null;
    }

    /// <summary>Within a help centre.</summary>
    public static string Article(string language, string slug) => $"/{language}/articles/{slug}";
}
