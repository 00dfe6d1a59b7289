using Kanal.Centre;
using Kanal.Centre.Conversations;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;
using Kanal.Channels.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ShowEndpoints
{
    public static RouteGroupBuilder MapShow(this RouteGroupBuilder api)
    {
        var one = api.MapGroup("/conversations/{id}").WithTags("Show").AddEndpointFilter(ConversationEndpoints.KnownAsync);
        one.MapPost("/show", ShowAsync).WithName("show").WithSummary("Puts an article, guide or form, or a page, before the visitor's eyes.");
        one.MapGet("/shown", ShownAsync).WithName("listShown").WithSummary("What was shown, oldest first, and how far the visitor has got with it.");
        one.MapPost("/phone-code", JoinAsync).WithName("joinByPhoneCode").WithSummary("The browser that shows this code joins the conversation. After five wrong ones nothing is taken for ten minutes.");
        return api;
    }

    static async Task<Results<Created<Sent>, Ok<Sent>>> ShowAsync(Id id, ShowRequest request, SignedIn caller, ConversationSites sites, ShowBook book, HttpContext context, CancellationToken ct)
    {
        var site = await sites.OfAsync(id, ct);
        var agent = new Person(caller.Agent, caller.Name);
        var clientId = Words.ClientId(request.ClientId);
        var added = request switch
        {
            { Article: { } article, Url: null } => await book.ArticleAsync(site, id, agent, clientId, article, request.Language, $"{context.Request.Scheme}://{context.Request.Host}", ct),
            { Article: null, Url: { } url } => await book.PageAsync(site, id, agent, clientId, url, request.Title, ct),
            _ => throw RefusedException.Invalid("article", "Name an article or the address of a page, one of the two."),
        };
        return added.Repeat ? TypedResults.Ok(new Sent(added.Sequence)) : TypedResults.Created((string?)null, new Sent(added.Sequence));
    }

    static async Task<Ok<Listing<Progress>>> ShownAsync(Id id, ProgressBook book, CancellationToken ct) => TypedResults.Ok(new Listing<Progress>(await book.OfAsync(id, ct)));

    static async Task<NoContent> JoinAsync(Id id, JoinRequest request, SignedIn caller, ConversationSites sites, PhoneCodes codes, CancellationToken ct)
    {
        await codes.RedeemAsync(await sites.OfAsync(id, ct), id, new Person(caller.Agent, caller.Name), request.Code, ct);
        return TypedResults.NoContent();
    }
}

public sealed record ShowRequest
{
    /// <summary>The caller's own name for it, 1 to 64 letters and digits: sent again, it is shown once.</summary>
    public required string ClientId { get; init; }

    public Id? Article { get; init; }

    /// <summary>Of the article; left out for the conversation's.</summary>
    public string? Language { get; init; }

    /// <summary>The address of a page, where it is no article.</summary>
    public string? Url { get; init; }

    /// <summary>What to call the page.</summary>
    public string? Title { get; init; }
}

/// <param name="Code">As the customer reads it out; spaces do no harm.</param>
public sealed record JoinRequest(string Code);
