using Kanal.Centre;
using Kanal.Centre.Menus;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>Why visitors saw what they saw.</summary>
static class DecisionsEndpoints
{
    public static RouteGroupBuilder MapDecisions(this RouteGroupBuilder api)
    {
        api.MapGet("/decisions/{id}", OneAsync).WithTags("Decisions").WithName("getDecision").WithSummary("One decision about a menu: what was known, how the channels stood, which rule held, and what today's version would say.").ProducesProblem(404);
        api.MapGet("/conversations/{id}/decision", OfConversationAsync).WithTags("Decisions").WithName("getConversationDecision").WithSummary("The decision about the menu that a conversation came from; 204 where it came from none, as a letter does, or from one that is no longer kept.").ProducesProblem(404);
        api.MapGet("/customers/{id}/decisions", OfCustomerAsync).WithTags("Decisions").WithName("listCustomerDecisions").WithSummary("The menus that a customer was shown, the latest first.");
        return api;
    }

    static async Task<Ok<ExplainedDecision>> OneAsync(Id id, DecisionReads decisions, CancellationToken ct) => TypedResults.Ok(await decisions.OneAsync(id, ct));

    static async Task<Results<Ok<ExplainedDecision>, NoContent>> OfConversationAsync(Id id, DecisionReads decisions, CancellationToken ct) =>
        await decisions.OfConversationAsync(id, ct) is { } decision ? TypedResults.Ok(decision) : TypedResults.NoContent();

    static async Task<Ok<Listing<BriefDecision>>> OfCustomerAsync(Id id, DecisionBook decisions, int? limit, Id? cursor, CancellationToken ct)
    {
        var most = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Page(await decisions.OfCustomerAsync(id, cursor, most + 1, ct), most, decision => decision.Id.ToString()));
    }
}
