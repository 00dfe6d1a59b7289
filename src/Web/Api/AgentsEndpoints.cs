using Kanal.Centre;
using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>Who works here.</summary>
static class AgentsEndpoints
{
    public static RouteGroupBuilder MapAgents(this RouteGroupBuilder api)
    {
        var agents = api.MapGroup("/agents").WithTags("Agents");
        agents.MapGet("/", ListAsync).WithName("listAgents").WithSummary("Everyone, by name; those who have left at the end.");
        agents.MapGet("/{id}", GetAsync).WithName("getAgent").WithSummary("One agent.");
        var administration = agents.MapGroup("").RequireAuthorization(Policies.Administrator);
        administration.MapPost("/", CreateAsync).WithName("createAgent").WithSummary("Takes an agent in.");
        administration.MapPut("/{id}", ChangeAsync).WithName("changeAgent").WithSummary("Changes an agent; what is left out stays as it is, and a password given resets it and ends the agent's sessions.");
        administration.MapDelete("/{id}", DeactivateAsync).WithName("deactivateAgent").WithSummary("Lets an agent go: kept for the history, signed out everywhere.");
        administration.MapDelete("/{id}/authenticator", RemoveAuthenticatorAsync).WithName("removeAgentAuthenticator").WithSummary("Removes the authenticator of an agent who has lost the phone.");
        return api;
    }

    static async Task<Ok<Listing<Agent>>> ListAsync(AgentDirectory agents, CancellationToken ct) => TypedResults.Ok(new Listing<Agent>(await agents.ListAsync(ct)));

    static async Task<Ok<Agent>> GetAsync(Id id, AgentDirectory agents, CancellationToken ct) => TypedResults.Ok(await agents.GetAsync(id, ct));

    static async Task<Created<Agent>> CreateAsync(AgentRequest request, SignedIn caller, AgentAdministration agents, CancellationToken ct)
    {
        var agent = await agents.CreateAsync(request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/agents/{agent.Id}", agent);
    }

    static async Task<Ok<Agent>> ChangeAsync(Id id, AgentRequest request, SignedIn caller, AgentAdministration agents, CancellationToken ct) =>
        TypedResults.Ok(await agents.ChangeAsync(id, request, caller.Caller, ct));

    static async Task<NoContent> DeactivateAsync(Id id, SignedIn caller, AgentAdministration agents, CancellationToken ct)
    {
        await agents.DeactivateAsync(id, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Agent>> RemoveAuthenticatorAsync(Id id, SignedIn caller, AgentAdministration agents, CancellationToken ct) =>
        TypedResults.Ok(await agents.RemoveAuthenticatorAsync(id, caller.Caller, ct));
}
