using Kanal.Centre;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class QueueEndpoints
{
    public static RouteGroupBuilder MapQueues(this RouteGroupBuilder api)
    {
        api.MapGet("/queues", ListAsync).WithTags("Queues").WithName("listQueues").WithSummary("Each queue with who waits and who is there.");
        api.MapGet("/routing", ReadAsync).WithTags("Queues").WithName("getRouting").WithSummary("How conversations are offered.");
        api.MapPut("/routing", ChangeAsync).WithTags("Queues").WithName("changeRouting").WithSummary("Changes how conversations are offered.").RequireAuthorization("administrator");
        return api;
    }

    static async Task<Ok<Listing<QueueCounts>>> ListAsync(QueueBoard queues, CancellationToken ct) => TypedResults.Ok(new Listing<QueueCounts>(await queues.ReadAsync(ct)));

    static async Task<Ok<RoutingChoices>> ReadAsync(RoutingSettings settings, CancellationToken ct) => TypedResults.Ok(await settings.ReadAsync(ct));

    static async Task<Ok<RoutingChoices>> ChangeAsync(RoutingChoices choices, RoutingSettings settings, CancellationToken ct)
    {
        await settings.ChangeAsync(choices, ct);
        return TypedResults.Ok(choices);
    }
}
