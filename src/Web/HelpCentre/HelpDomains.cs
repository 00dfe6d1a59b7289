using Kanal.Centre.Sites;

namespace Kanal.Web.HelpCentre;

/// <summary>
/// Leads requests for a help centre's own host name to it. What else the server has stays where it is under every name, so that
/// nobody locks the desk out by a setting.
/// </summary>
public sealed class HelpDomains(RequestDelegate next, SiteDirectory sites)
{
    /// <summary>Where else the server answers.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["/api", "/bench", "/demo", "/desk", "/files", "/health", "/help-assets", "/metrics", "/openapi", "/public", "/test-visitor", "/widget"];

    public Task InvokeAsync(HttpContext context) => IsElsewhere(context.Request.Path) ? next(context) : LeadAsync(context);

    /// <summary>Whether the request came by a help centre's own host name.</summary>
    public static bool Leads(HttpContext context) => context.Features.Get<Led>() is not null;

    async Task LeadAsync(HttpContext context)
    {
        if (await SiteAsync(context.Request.Host.Host, context.RequestAborted) is { } site)
        {
            context.Features.Set(new Led());
            context.Request.Path = $"/help/{site.Key}{context.Request.Path}";
        }

        await next(context);
    }

    async ValueTask<Site?> SiteAsync(string host, CancellationToken ct) =>
        (await sites.AllAsync(ct)).FirstOrDefault(site => site.HelpDomain is { } domain && domain.Equals(host, StringComparison.OrdinalIgnoreCase));

    static bool IsElsewhere(PathString path)
    {
        foreach (var part in Elsewhere)
        {
            if (path.StartsWithSegments(part))
            {
                return true;
            }
        }

        return false;
    }

    sealed record Led;
}
