using System.Text;
using Kanal.Centre.Sites;

namespace Kanal.Web.HelpCentre;

/// <summary>What is said to crawlers: help centres are for them, searches and forms are not.</summary>
static class Robots
{
    public static async Task<IResult> OfServerAsync(HttpContext context, SiteDirectory sites, CancellationToken ct)
    {
        var text = new StringBuilder("User-agent: *\nDisallow: /desk/\nDisallow: /api/\nDisallow: /public/\n");
        foreach (var site in await sites.AllAsync(ct))
        {
            Private(text, $"/help/{site.Key}", site);
            text.Append("Sitemap: ").Append(HelpDoor.Root(context, site)).Append("/sitemap.xml\n");
        }

        return TypedResults.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }

    public static async Task<IResult> OfSiteAsync(HttpContext context, HelpDoor door, CancellationToken ct)
    {
        if (await door.SiteAsync(context, ct) is not { } site)
        {
            return TypedResults.NotFound();
        }

        var text = new StringBuilder("User-agent: *\nDisallow: /desk/\nDisallow: /api/\nDisallow: /public/\n");
        Private(text, HelpDoor.Prefix(context, site), site);
        return TypedResults.Text(text.Append("Sitemap: ").Append(HelpDoor.Root(context, site)).Append("/sitemap.xml\n").ToString(), "text/plain", Encoding.UTF8);
    }

    static void Private(StringBuilder text, string prefix, Site site)
    {
        foreach (var language in site.Languages)
        {
            text.Append("Disallow: ").Append(prefix).Append('/').Append(language).Append("/search\n");
        }
    }
}
