using Kanal.Centre;
using Kanal.Centre.Attachments;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Sites;
using Kanal.Centre.Strategy;
using Kanal.Channels;
using Kanal.Decisions.Facts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.PublicApi;

/// <summary>The public API: for the widget, and for clients that others make.</summary>
static class PublicEndpoints
{
    public static void MapPublicApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/public/v1").ProducesProblem(400).ProducesProblem(429);
        api.MapGet("/sites/{site}", SiteAsync).WithTags("Menu").WithName("getWidgetSite").WithSummary("What a widget needs to know of its site.");
        PublicMenus.Map(api);
        PublicArticles.Map(api);
        PublicVisits.Map(api);
        PublicPhoneCodes.Map(api);
        PublicIdentity.Map(api);
        PublicInvitations.Map(api);
        PublicOrders.Map(api);
        api.MapChannels();
    }

    static async Task<Ok<WidgetSite>> SiteAsync(string site, SiteDirectory sites, StrategyShelf strategies, HttpContext context, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        var published = strategies.For(here);
        context.Response.Headers.CacheControl = "public, max-age=30";
        return TypedResults.Ok(new WidgetSite(here.Key, here.Name, here.Languages, here.TimeZone, here.Look, here.Texts,
            new WidgetLimits(Words.LongestText, FileStore.Largest, Words.MostFiles, FileStore.Types), here.Callback.Offer != CallbackOffer.Never)
        {
            Consent = published.Settings.Consent,
            Signals = published.Strategy.Signals,
            ExcludedPages = published.Strategy.Definition.Invitations.ExcludedPages,
        });
    }
}

/// <summary>What a widget needs to know of its site.</summary>
/// <param name="Texts">The site's own words by language.</param>
/// <param name="Callback">Whether the site calls its customers back.</param>
public sealed record WidgetSite(string Site, string Name, IReadOnlyList<string> Languages, string TimeZone, SiteLook Look, IReadOnlyDictionary<string, SiteTexts> Texts, WidgetLimits Limits, bool Callback)
{
    /// <summary>Up to which class facts may be known of visitors, whom the site's page has asked.</summary>
    public Privacy Consent { get; init; }

    /// <summary>The signals that a rule speaks of; others need not be watched for.</summary>
    public IReadOnlyList<string> Signals { get; init; } = [];

    /// <summary>Pages on which nobody is invited, as patterns in which * stands for anything.</summary>
    public IReadOnlyList<string> ExcludedPages { get; init; } = [];
}

/// <param name="TextLength">Characters in one message.</param>
/// <param name="FileSize">Bytes in one file.</param>
/// <param name="Files">Files with one message.</param>
/// <param name="FileTypes">Media types that are taken.</param>
public sealed record WidgetLimits(int TextLength, long FileSize, int Files, IReadOnlyList<string> FileTypes);
