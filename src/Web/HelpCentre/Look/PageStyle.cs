using System.Security.Cryptography;
using System.Text;
using Kanal.Centre.Sites;

namespace Kanal.Web.HelpCentre.Look;

/// <summary>What of a site's look stands in the page itself: a few colours, which the content security policy knows by their hash.</summary>
sealed record PageStyle(string Css, string Hash)
{
    public static PageStyle Of(SiteLook look)
    {
        var accent = Accent.Of(look.Accent);
        var scheme = look.Theme switch { SiteTheme.Light => "light", SiteTheme.Dark => "dark", _ => "light dark" };
        var css = $":root{{color-scheme:{scheme};--fill:{accent.Fill};--on-fill:{accent.OnFill};--accent:light-dark({accent.OnLight},{accent.OnDark})}}";
        return new PageStyle(css, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css))));
    }

    /// <summary>The first letter of the site's name on its colour.</summary>
    public static string Icon(Site site)
    {
        var accent = Accent.Of(site.Look.Accent);
        var letter = Rune.GetRuneAt(site.Name, 0) is var first && Rune.IsLetterOrDigit(first) ? first.ToString().ToUpperInvariant() : "?";
        return "data:image/svg+xml," + Uri.EscapeDataString($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="{accent.Fill}"/><text x="16" y="23" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="20" fill="{accent.OnFill}">{letter}</text></svg>""");
    }
}
