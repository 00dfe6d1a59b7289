using Kanal.Centre;
using Kanal.Centre.Conversations;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class OfferEndpoints
{
    public static RouteGroupBuilder MapOffers(this RouteGroupBuilder api)
    {
        var offers = api.MapGroup("/offers").WithTags("Offers");
        offers.MapGet("", ListAsync).WithName("listOffers").WithSummary("What rings at the caller now.");
        offers.MapPost("/{id}/accept", AcceptAsync).WithName("acceptOffer").WithSummary("Takes the conversation that rings.");
        offers.MapPost("/{id}/decline", DeclineAsync).WithName("declineOffer").WithSummary("Lets the next agent be asked.");
        return api;
    }

    static async Task<Ok<Listing<OfferView>>> ListAsync(SignedIn caller, Offers offers, ConversationList conversations, CancellationToken ct) =>
        TypedResults.Ok(new Listing<OfferView>(await offers.PendingAsync(caller.Agent, conversations, ct)));

    static async Task<Ok<Conversation>> AcceptAsync(Id id, SignedIn caller, Offers offers, ConversationList conversations, CancellationToken ct)
    {
        var conversation = await offers.AcceptAsync(id, new Person(caller.Agent, caller.Name), ct);
        return await ConversationMoves.AnswerAsync(conversation, caller, conversations, ct);
    }

    static async Task<NoContent> DeclineAsync(Id id, DeclineRequest? request, SignedIn caller, Offers offers, CancellationToken ct)
    {
        await offers.DeclineAsync(id, new Person(caller.Agent, caller.Name), Words.Brief("reason", request?.Reason, 500), ct);
        return TypedResults.NoContent();
    }
}

public sealed record DeclineRequest(string? Reason = null);
