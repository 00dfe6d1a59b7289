using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Attachments;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Sites;
using Kanal.Centre.Strategy;
using Kanal.Channels;
using Kanal.Channels.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.PublicApi;

/// <summary>The public API: for the widget, and for clients that others make.</summary>
static class PublicEndpoints
{
    public static void MapPublicApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/public/v1").ProducesProblem(400).ProducesProblem(429);
        api.MapGet("/sites/{site}", SiteAsync).WithTags("Menu").WithName("getWidgetSite").WithSummary("What a widget needs to know of its site.");
        api.MapPost("/sites/{site}/menu", MenuAsync).WithTags("Menu").WithName("chooseMenu").WithSummary("The ways of contact for a visitor now. Stores nothing about a person.");
        PublicArticles.Map(api);
        PublicVisits.Map(api);
        PublicPhoneCodes.Map(api);
        PublicIdentity.Map(api);
        PublicOrders.Map(api);
        api.MapChannels();
    }

    static async Task<Ok<WidgetSite>> SiteAsync(string site, SiteDirectory sites, HttpContext context, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        context.Response.Headers.CacheControl = "public, max-age=30";
        return TypedResults.Ok(new WidgetSite(here.Key, here.Name, here.Languages, here.TimeZone, here.Look, here.Texts,
            new WidgetLimits(Words.LongestText, FileStore.Largest, Words.MostFiles, FileStore.Types), here.Callback.Offer != CallbackOffer.Never));
    }

    static async Task<Ok<MenuAnswer>> MenuAsync(string site, MenuRequest request, SiteDirectory sites, ChannelMenus menus, SignedTokens tokens, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        var facts = CheckedFacts.Of(request.Facts ?? new VisitorFacts());
        var visitor = request.Visitor is { Length: > 0 } token
            ? tokens.VisitorDigest(token) is null ? throw RefusedException.Invalid("visitor", "This is not a visitor's token of ours.") : token
            : tokens.NewVisitor();
        return TypedResults.Ok(new MenuAnswer(visitor, await menus.ForAsync(here, here.LanguageFor(facts.Language ?? facts.Locale), ct)));
    }
}

/// <summary>What a widget needs to know of its site.</summary>
/// <param name="Texts">The site's own words by language.</param>
/// <param name="Callback">Whether the site calls its customers back.</param>
public sealed record WidgetSite(string Site, string Name, IReadOnlyList<string> Languages, string TimeZone, SiteLook Look, IReadOnlyDictionary<string, SiteTexts> Texts, WidgetLimits Limits, bool Callback);

/// <param name="TextLength">Characters in one message.</param>
/// <param name="FileSize">Bytes in one file.</param>
/// <param name="Files">Files with one message.</param>
/// <param name="FileTypes">Media types that are taken.</param>
public sealed record WidgetLimits(int TextLength, long FileSize, int Files, IReadOnlyList<string> FileTypes);

public sealed record MenuRequest
{
    /// <summary>The token from an earlier menu; a new one is made where there is none.</summary>
    public string? Visitor { get; init; }

    public VisitorFacts? Facts { get; init; }
}

public sealed record MenuAnswer(string Visitor, ChannelMenu Menu);
