using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class PresenceEndpoints
{
    public static RouteGroupBuilder MapPresence(this RouteGroupBuilder api)
    {
        api.MapPut("/agents/{id}/presence", SetAsync).WithTags("Agents").WithName("setPresence").WithSummary("Available, on a break, away: one's own, or another's for a supervisor.");
        return api;
    }

    static async Task<Ok<Agent>> SetAsync(Id id, PresenceRequest request, SignedIn caller, Supervision supervision, CancellationToken ct) =>
        TypedResults.Ok(await supervision.SetPresenceAsync(id, request.Presence, caller.Caller, ct));
}

/// <param name="Reason">For the team lead; not kept yet.</param>
public sealed record PresenceRequest(Presence Presence, string? Reason = null);
