using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;

namespace Kanal.Web.HelpCentre;

/// <summary>Where a request for a page comes in: which site, which language, under which address.</summary>
sealed class HelpDoor(SiteDirectory sites, KnowledgeBase knowledge, TimeProvider time)
{
    public async ValueTask<Site?> SiteAsync(HttpContext context, CancellationToken ct) =>
        context.GetRouteValue("site") is string key ? await sites.FindAsync(key, ct) : null;

    /// <summary>Null where there is no such site. In the site's own language where it does not speak the one in the address.</summary>
    public async ValueTask<HelpView?> EnterAsync(HttpContext context, CancellationToken ct)
    {
        if (await SiteAsync(context, ct) is not { } site)
        {
            return null;
        }

        var language = site.Languages.FirstOrDefault(language => language == LanguageIn(context)) ?? site.Languages[0];
        return new HelpView(site, await knowledge.NowAsync(ct), language, Prefix(context, site), Root(context, site), time.GetUtcNow());
    }

    public static string? LanguageIn(HttpContext context) => context.GetRouteValue("language") as string;

    public static string Prefix(HttpContext context, Site site) => HelpDomains.Leads(context) ? "" : $"/help/{site.Key}";

    /// <summary>Under its own host name wherever it has one: the same page has one address in the world.</summary>
    public static string Root(HttpContext context, Site site)
    {
        var request = context.Request;
        return HelpDomains.Leads(context) ? $"{request.Scheme}://{request.Host}"
            : site.HelpDomain is null ? $"{request.Scheme}://{request.Host}{HelpAddress.Root(site)}"
            : HelpAddress.Root(site);
    }
}
