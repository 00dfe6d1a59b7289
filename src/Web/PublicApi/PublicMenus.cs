using System.Buffers;
using System.Text.Json;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Identities;
using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Channels.Http;
using Kanal.Decisions.Facts;

namespace Kanal.Web.PublicApi;

/// <summary>Menus for whoever asks: the widget, and clients that others make.</summary>
sealed class PublicMenus(ChannelMenus menus, SiteDirectory sites, SignedTokens tokens, SignedIdentities identities)
{
    const int LongestPageView = 64;

    static readonly SearchValues<char> _letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sites/{site}/menu", (string site, PublicMenus here, HttpContext context, CancellationToken ct) => here.AskAsync(site, context, ct))
            .WithTags("Menu").WithName("chooseMenu").Accepts<MenuRequest>("application/json").Produces<MenuAnswer>()
            .WithSummary("The ways of contact for a visitor now, as the site's strategy has it. Facts that can't be believed are refused with their place. Keeps nothing about a person unless the site's visitors have agreed.");
        api.MapGet("/sites/{site}/menu/events", WatchAsync).WithTags("Menu").WithName("watchMenu").Produces<MenuEvents>(200, "text/event-stream")
            .WithSummary("Server-sent events: menu, whenever a menu of the site may look otherwise than before, or than the one named. Then ask for it again with the same page view.");
    }

    // The site is found, or not, before anything is sent.
    static async Task WatchAsync(string site, string? menu, SiteDirectory sites, ChannelMenus menus, MenuNews news, Heartbeat heartbeat, HttpContext context, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        var stream = new EventStream(heartbeat);
        using var watching = await news.WatchAsync(here, menus.Find(here, menu), stream.Take, ct);
        await stream.SendAsync(context, [], 0, ct);
    }

    async Task AskAsync(string site, HttpContext context, CancellationToken ct)
    {
        var request = await JsonCall.ReadAsync<MenuRequest>(context);
        // Its memory goes back to the pool.
        using var facts = request.Facts;
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        var token = request.Visitor is { Length: > 0 } known ? known : tokens.NewVisitor();
        var visitor = tokens.VisitorDigest(token) ?? throw RefusedException.Invalid("visitor", "This is not a visitor's token of ours.");
        var identified = request.Identity is { Length: > 0 } identity ? await identities.ReadAsync(here, identity, ct) : null;
        var reply = await menus.AskAsync(new MenuAsk(here, visitor)
        {
            PageView = PageView(request.PageView),
            Facts = facts?.RootElement,
            Memory = request.Memory,
            Consent = request.Consent,
            Known = identified?.Identity is { } person ? facts => person.Put(facts) : null,
            Bot = Bots.IsOne(context.Request.Headers.UserAgent),
        }, ct);
        await JsonCall.AnswerAsync(context, StatusCodes.Status200OK, new MenuAnswer(token, reply.Memory, reply.Menu)
        {
            Invitation = reply.Invitation,
            Identified = identified is null ? null : identified.Identity is not null,
            Notes = identified is null ? null : Notes(identified),
        });
    }

    static List<MenuNote>? Notes(Identified known)
    {
        List<MenuNote> notes = known.Refused is { } sentence ? [new MenuNote("identity", sentence)] : [.. known.Identity?.Faults.Select(fault => new MenuNote(fault.Place, fault.Sentence)) ?? []];
        return notes.Count > 0 ? notes : null;
    }

    static string? PageView(string? text) => text is not { Length: > 0 } ? null
        : text.Length <= LongestPageView && !text.AsSpan().ContainsAnyExcept(_letters) ? text
        : throw RefusedException.Invalid("pageView", $"This should be at most {LongestPageView} letters, digits, - and _.");
}

public sealed record MenuRequest
{
    /// <summary>The token from an earlier menu; a new one is made where there is none.</summary>
    public string? Visitor { get; init; }

    /// <summary>A fresh random text of the client's for each page load; the same one when it asks again on that page. What was shown stays within it.</summary>
    public string? PageView { get; init; }

    /// <summary>As it came with the last menu.</summary>
    public string? Memory { get; init; }

    /// <summary>Up to which class of facts this visitor has agreed to be known; left out, as far as the site asks. Never beyond that.</summary>
    public Privacy? Consent { get; init; }

    /// <summary>Who the visitor is, signed by the site's own server; where it is not believed, the menu is that of a stranger and a note says why.</summary>
    public string? Identity { get; init; }

    /// <summary>What the page tells, by the names that rules use, nested or dotted: <c>page, title, referrer, step, topic, error, campaign, basket { value, currency, items }, language, device, locale, timeZone, signals, visit { ... }, own { ... }</c>.</summary>
    public JsonDocument? Facts { get; init; }
}

/// <param name="Memory">To be handed back with the next wish for a menu. Nobody can read or change it.</param>
public sealed record MenuAnswer(string Visitor, string Memory, ChannelMenu Menu)
{
    /// <summary>Words to speak to the visitor first; null where there is no reason.</summary>
    public MenuInvitation? Invitation { get; init; }

    /// <summary>Whether the identity is believed; null where none was given.</summary>
    public bool? Identified { get; init; }

    /// <summary>What of the question was not used.</summary>
    public IReadOnlyList<MenuNote>? Notes { get; init; }
}

/// <summary>What the stream of a menu carries: each event has the name of a member here and its value as data.</summary>
public sealed record MenuEvents
{
    /// <summary>The site stands otherwise than before.</summary>
    public object? Menu { get; init; }
}
