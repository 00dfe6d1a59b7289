using Kanal.Centre;
using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Centre.Queues;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>What supervisors do for others.</summary>
static class SupervisionEndpoints
{
    public static RouteGroupBuilder MapSupervision(this RouteGroupBuilder api)
    {
        var agents = api.MapGroup("/agents/{id}").WithTags("Agents").RequireAuthorization(Policies.Supervisor);
        agents.MapPost("/ask-back", AskBackAsync).WithName("askBack").WithSummary("Asks somebody on a break or away, at their desk, whether they can come back.");
        agents.MapPost("/hand-over", HandOverAsync).WithName("handOver").WithSummary("Hands on everything that one who had to leave has in hand: to a colleague, or back to the queues.");
        var help = api.MapGroup("/queues/{id}/help").WithTags("Queues");
        help.MapGet("", ListHelpAsync).WithName("listHelp").WithSummary("Whose agents help a queue now, and until when.");
        help.MapPost("", BeginHelpAsync).WithName("beginHelp").WithSummary("Lets the agents of another queue help at once, for an hour unless another time is said.").RequireAuthorization(Policies.Supervisor);
        help.MapDelete("/{from}", EndHelpAsync).WithName("endHelp").WithSummary("Ends help before its time.").RequireAuthorization(Policies.Supervisor);
        return api;
    }

    static async Task<NoContent> AskBackAsync(Id id, SignedIn caller, Supervision supervision, TimeProvider time, CancellationToken ct)
    {
        await supervision.AskBackAsync(id, caller.Caller, time.GetUtcNow(), ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<HandedOver>> HandOverAsync(Id id, HandOverRequest request, SignedIn caller, Supervision supervision, CancellationToken ct) =>
        TypedResults.Ok(new HandedOver(await supervision.HandOverAsync(id, request.To, Words.Brief("note", request.Note, 1000), caller.Caller, ct)));

    static async Task<Ok<Listing<QueueHelp>>> ListHelpAsync(Id id, HelpBook help, CancellationToken ct) => TypedResults.Ok(new Listing<QueueHelp>(await help.OfAsync(id, ct)));

    static async Task<Created<QueueHelp>> BeginHelpAsync(Id id, HelpRequest request, SignedIn caller, HelpBook help, CancellationToken ct) =>
        TypedResults.Created($"/api/v1/queues/{id}/help", await help.BeginAsync(id, request, caller.Caller, ct));

    static async Task<NoContent> EndHelpAsync(Id id, Id from, SignedIn caller, HelpBook help, CancellationToken ct)
    {
        await help.EndAsync(id, from, caller.Caller, ct);
        return TypedResults.NoContent();
    }
}

/// <param name="To">A colleague; left out: each goes back to its queue.</param>
/// <param name="Note">For the next one, with each conversation.</param>
public sealed record HandOverRequest(Id? To = null, string? Note = null);

/// <param name="Moved">How many conversations were handed on.</param>
public sealed record HandedOver(int Moved);
