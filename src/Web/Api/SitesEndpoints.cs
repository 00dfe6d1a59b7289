using Kanal.Centre;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Hours;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class SitesEndpoints
{
    // The queue that the first site brings along where the setup was skipped.
    const string FirstQueue = "Everyone";

    public static RouteGroupBuilder MapSites(this RouteGroupBuilder api)
    {
        var sites = api.MapGroup("/sites").WithTags("Sites");
        sites.MapGet("", ListAsync).WithName("listSites").WithSummary("Every site, by name.");
        sites.MapPost("", CreateAsync).WithName("createSite").WithSummary("Makes a site with entry points for chat and email.").RequireAuthorization(Policies.Administrator);
        sites.MapGet("/{id}", GetAsync).WithName("getSite").WithSummary("One site.");
        sites.MapPut("/{id}", ChangeAsync).WithName("changeSite").WithSummary("Changes a site; what is left out stays as it is.").RequireAuthorization(Policies.Administrator);
        sites.MapPut("/{id}/hours", ChangeHoursAsync).WithName("changeHours").WithSummary("Sets the opening hours. Without closedNow that switch stays as it is.").RequireAuthorization(Policies.Administrator);
        sites.MapPut("/{id}/closed-now", CloseNowAsync).WithName("closeNow").WithSummary("Closes at once, until a time or until further notice.").RequireAuthorization(Policies.Supervisor);
        sites.MapDelete("/{id}/closed-now", OpenAgainAsync).WithName("openAgain").WithSummary("Takes \"closed now\" back: the calendar holds again.").RequireAuthorization(Policies.Supervisor);
        sites.MapPut("/{id}/logo", SetLogoAsync).WithName("setLogo").WithSummary("Sets the logo of the site's help centre: a picture of at most 30 kB.").RequireAuthorization(Policies.Administrator).DisableAntiforgery();
        sites.MapDelete("/{id}/logo", RemoveLogoAsync).WithName("removeLogo").WithSummary("Takes the logo away.").RequireAuthorization(Policies.Administrator);
        return api;
    }

    static async Task<Ok<Listing<Site>>> ListAsync(SiteDirectory sites, HttpRequest http, TimeProvider time, CancellationToken ct) =>
        TypedResults.Ok(new Listing<Site>([.. (await sites.AllAsync(ct)).Select(site => Site.Show(site, http, time.GetUtcNow()))]));

    static async Task<Ok<Site>> GetAsync(Id id, SiteDirectory sites, HttpRequest http, TimeProvider time, CancellationToken ct) =>
        Shown(await sites.FindAsync(id, ct) ?? throw RefusedException.NotFound("site"), http, time);

    static async Task<Created<Site>> CreateAsync(SiteRequest request, SiteSettings settings, SignedIn caller, HttpRequest http, TimeProvider time, CancellationToken ct)
    {
        var site = await settings.CreateAsync(request, FirstQueue, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/sites/{site.Id}", Site.Show(site, http, time.GetUtcNow()));
    }

    static async Task<Ok<Site>> ChangeAsync(Id id, SiteRequest request, SiteSettings settings, SignedIn caller, HttpRequest http, TimeProvider time, CancellationToken ct) =>
        Shown(await settings.ChangeAsync(id, request, caller.Caller, ct), http, time);

    static async Task<Ok<Site>> ChangeHoursAsync(Id id, HoursDefinition hours, SiteSettings settings, SignedIn caller, HttpRequest http, TimeProvider time, CancellationToken ct) =>
        Shown(await settings.ChangeHoursAsync(id, hours, caller.Caller, ct), http, time);

    static async Task<Ok<Site>> CloseNowAsync(Id id, CloseNowRequest request, SiteSettings settings, SignedIn caller, HttpRequest http, TimeProvider time, CancellationToken ct) =>
        Shown(await settings.CloseNowAsync(id, request.Until, request.Reason, caller.Caller, ct), http, time);

    static async Task<Ok<Site>> OpenAgainAsync(Id id, SiteSettings settings, SignedIn caller, HttpRequest http, TimeProvider time, CancellationToken ct) =>
        Shown(await settings.OpenAgainAsync(id, caller.Caller, ct), http, time);

    static async Task<Ok<Site>> SetLogoAsync(Id id, IFormFile file, SiteLogos logos, SignedIn caller, HttpRequest http, TimeProvider time, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        return Shown(await logos.SetAsync(id, content, file.FileName, file.ContentType, caller.Caller, ct), http, time);
    }

    static async Task<Ok<Site>> RemoveLogoAsync(Id id, SiteLogos logos, SignedIn caller, HttpRequest http, TimeProvider time, CancellationToken ct) =>
        Shown(await logos.RemoveAsync(id, caller.Caller, ct), http, time);

    static Ok<Site> Shown(Centre.Sites.Site site, HttpRequest http, TimeProvider time) => TypedResults.Ok(Site.Show(site, http, time.GetUtcNow()));
}

/// <param name="Until">A time with an offset, or one in the calendar's own zone such as "2026-12-24T15:00"; null means until somebody opens again.</param>
/// <param name="Reason">What visitors are told.</param>
public sealed record CloseNowRequest(string? Until = null, string? Reason = null);
