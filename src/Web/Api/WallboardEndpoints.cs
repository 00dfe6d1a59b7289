using Kanal.Centre.Agents;
using Kanal.Centre.Wallboards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class WallboardEndpoints
{
    public static RouteGroupBuilder MapWallboard(this RouteGroupBuilder api)
    {
        api.MapGet("/wallboard", Show).WithTags("Wallboard").WithName("getWallboard")
            .WithSummary("How all queues and people stand now; for an agent without alerts and without what others have in hand. `GET /events?watch=wallboard` tells of every change.");
        return api;
    }

    static Ok<Wallboard> Show(SignedIn caller, LiveBoard board) => TypedResults.Ok(caller.AgentId is { } agent && caller.Role < Role.Supervisor ? board.Show(agent) : board.Show());
}
