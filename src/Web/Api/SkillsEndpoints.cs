using Kanal.Centre;
using Kanal.Centre.Agents;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class SkillsEndpoints
{
    public static RouteGroupBuilder MapSkills(this RouteGroupBuilder api)
    {
        var skills = api.MapGroup("/skills").WithTags("Skills");
        skills.MapGet("", ListAsync).WithName("listSkills").WithSummary("The skills, by name. Languages are skills too, and need no entry here.");
        skills.MapPost("", AddAsync).WithName("addSkill").WithSummary("Adds a skill.").RequireAuthorization(Policies.Supervisor);
        skills.MapPut("/{id}", ChangeAsync).WithName("changeSkill").WithSummary("Changes a skill's name and description.").RequireAuthorization(Policies.Supervisor);
        skills.MapDelete("/{id}", RemoveAsync).WithName("removeSkill").WithSummary("Takes a skill away that no queue and no topic asks for.").RequireAuthorization(Policies.Supervisor);
        api.MapPut("/agents/{id}/skills/{skill}", SetAsync).WithTags("Skills").WithName("setAgentSkill")
            .WithSummary("Sets how well an agent has one skill: the id of a skill, or a language such as `language:da`. Level 0 takes it away.").RequireAuthorization(Policies.Supervisor);
        return api;
    }

    static async Task<Ok<Listing<Skill>>> ListAsync(SkillBook skills, CancellationToken ct) => TypedResults.Ok(new Listing<Skill>(await skills.ListAsync(ct)));

    static async Task<Created<Skill>> AddAsync(SkillRequest request, SignedIn caller, SkillBook skills, CancellationToken ct)
    {
        var skill = await skills.AddAsync(request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/skills/{skill.Id}", skill);
    }

    static async Task<Ok<Skill>> ChangeAsync(Id id, SkillRequest request, SignedIn caller, SkillBook skills, CancellationToken ct) =>
        TypedResults.Ok(await skills.ChangeAsync(id, request, caller.Caller, ct));

    static async Task<NoContent> RemoveAsync(Id id, SignedIn caller, SkillBook skills, CancellationToken ct)
    {
        await skills.RemoveAsync(id, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Agent>> SetAsync(Id id, string skill, LevelRequest request, SignedIn caller, AgentSkills skills, CancellationToken ct) =>
        TypedResults.Ok(await skills.SetAsync(id, skill, request.Level, caller.Caller, ct));
}

/// <param name="Level">1 to 5; 0 takes the skill away.</param>
public sealed record LevelRequest(int Level);
