using Kanal.Centre;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class QueueEndpoints
{
    public static RouteGroupBuilder MapQueues(this RouteGroupBuilder api)
    {
        var queues = api.MapGroup("/queues").WithTags("Queues");
        queues.MapGet("", ListAsync).WithName("listQueues").WithSummary("Each queue with who waits, who is there, and what is set about it.");
        queues.MapGet("/{id}", GetAsync).WithName("getQueue").WithSummary("One queue.");
        queues.MapPost("", CreateAsync).WithName("createQueue").WithSummary("Makes a queue.").RequireAuthorization(Policies.Administrator);
        queues.MapPut("/{id}", ChangeAsync).WithName("changeQueue").WithSummary("Changes a queue's name, terms and teams.").RequireAuthorization(Policies.Administrator);
        queues.MapDelete("/{id}", RemoveAsync).WithName("removeQueue").WithSummary("Takes a queue away; `moveTo` names the queue that gets its conversations and ways in.").RequireAuthorization(Policies.Administrator);
        api.MapGet("/entry-points", EntryPointsAsync).WithTags("Queues").WithName("listEntryPoints").WithSummary("Each way in with the queue it leads to.");
        api.MapPut("/entry-points/{id}", LeadAsync).WithTags("Queues").WithName("changeEntryPoint").WithSummary("Leads a way in to another queue.").RequireAuthorization(Policies.Administrator);
        api.MapGet("/routing", ReadAsync).WithTags("Queues").WithName("getRouting").WithSummary("How conversations are offered, by channel.");
        api.MapPut("/routing", ChangeRoutingAsync).WithTags("Queues").WithName("changeRouting").WithSummary("Changes how conversations are offered; a channel that is left out is as usual.").RequireAuthorization(Policies.Administrator);
        return api;
    }

    static async Task<Ok<Listing<Queue>>> ListAsync(QueueBook queues, CancellationToken ct) => TypedResults.Ok(new Listing<Queue>(await queues.ListAsync(ct)));

    static async Task<Ok<Queue>> GetAsync(Id id, QueueBook queues, CancellationToken ct) => TypedResults.Ok(await queues.GetAsync(id, ct));

    static async Task<Created<Queue>> CreateAsync(QueueRequest request, SignedIn caller, QueueAdministration queues, CancellationToken ct)
    {
        var queue = await queues.CreateAsync(request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/queues/{queue.Id}", queue);
    }

    static async Task<Ok<Queue>> ChangeAsync(Id id, QueueRequest request, SignedIn caller, QueueAdministration queues, CancellationToken ct) =>
        TypedResults.Ok(await queues.ChangeAsync(id, request, caller.Caller, ct));

    static async Task<NoContent> RemoveAsync(Id id, Id? moveTo, SignedIn caller, QueueRemoval queues, CancellationToken ct)
    {
        await queues.RemoveAsync(id, moveTo, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Listing<EntryPoint>>> EntryPointsAsync(EntryPoints points, CancellationToken ct) => TypedResults.Ok(new Listing<EntryPoint>(await points.ListAsync(ct)));

    static async Task<Ok<EntryPoint>> LeadAsync(Id id, EntryPointRequest request, SignedIn caller, EntryPoints points, CancellationToken ct) =>
        TypedResults.Ok(await points.ChangeAsync(id, request, caller.Caller, ct));

    static async Task<Ok<RoutingChoices>> ReadAsync(RoutingSettings settings, CancellationToken ct) => TypedResults.Ok(await settings.ReadAsync(ct));

    static async Task<Ok<RoutingChoices>> ChangeRoutingAsync(RoutingRequest request, SignedIn caller, RoutingSettings settings, CancellationToken ct) =>
        TypedResults.Ok(await settings.ChangeAsync(request, caller.Caller, ct));
}
