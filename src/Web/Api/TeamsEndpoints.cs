using Kanal.Centre;
using Kanal.Centre.Storage;
using Kanal.Centre.Teams;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class TeamsEndpoints
{
    public static RouteGroupBuilder MapTeams(this RouteGroupBuilder api)
    {
        var teams = api.MapGroup("/teams").WithTags("Teams");
        teams.MapGet("", ListAsync).WithName("listTeams").WithSummary("The teams with members and queues, by name.");
        teams.MapPost("", AddAsync).WithName("addTeam").WithSummary("Makes a team.").RequireAuthorization(Policies.Supervisor);
        teams.MapPut("/{id}", ChangeAsync).WithName("changeTeam").WithSummary("Changes a team; members or queues that are left out stay as they are.").RequireAuthorization(Policies.Supervisor);
        teams.MapDelete("/{id}", RemoveAsync).WithName("removeTeam").WithSummary("Takes a team away; its members stay.").RequireAuthorization(Policies.Supervisor);
        return api;
    }

    static async Task<Ok<Listing<Team>>> ListAsync(TeamBook teams, CancellationToken ct) => TypedResults.Ok(new Listing<Team>(await teams.ListAsync(ct)));

    static async Task<Created<Team>> AddAsync(TeamRequest request, SignedIn caller, TeamBook teams, CancellationToken ct)
    {
        var team = await teams.AddAsync(request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/teams/{team.Id}", team);
    }

    static async Task<Ok<Team>> ChangeAsync(Id id, TeamRequest request, SignedIn caller, TeamBook teams, CancellationToken ct) =>
        TypedResults.Ok(await teams.ChangeAsync(id, request, caller.Caller, ct));

    static async Task<NoContent> RemoveAsync(Id id, SignedIn caller, TeamBook teams, CancellationToken ct)
    {
        await teams.RemoveAsync(id, caller.Caller, ct);
        return TypedResults.NoContent();
    }
}
