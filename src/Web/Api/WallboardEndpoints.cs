using Kanal.Centre.Wallboards;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class WallboardEndpoints
{
    public static RouteGroupBuilder MapWallboard(this RouteGroupBuilder api)
    {
        api.MapGet("/wallboard", Show).RequireAuthorization(Policies.Supervisor).WithTags("Wallboard").WithName("getWallboard")
            .WithSummary("How all queues and people stand now. `GET /events?watch=wallboard` tells of every change.");
        return api;
    }

    static Ok<Wallboard> Show(LiveBoard board) => TypedResults.Ok(board.Show());
}
