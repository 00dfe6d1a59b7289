using Kanal.Centre;
using Kanal.Centre.Articles;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class SectionsEndpoints
{
    public static RouteGroupBuilder MapSections(this RouteGroupBuilder api)
    {
        var sections = api.MapGroup("/sections").WithTags("Articles");
        sections.MapGet("", ListAsync).WithName("listSections").WithSummary("The sections of the help centres, in their order.");
        sections.MapPost("", AddAsync).WithName("addSection").WithSummary("Adds a section.").RequireAuthorization(Policies.Supervisor);
        sections.MapPut("/{id}", ChangeAsync).WithName("changeSection").WithSummary("Writes a section anew, and says where it stands.").RequireAuthorization(Policies.Supervisor);
        sections.MapDelete("/{id}", RemoveAsync).WithName("removeSection").WithSummary("Takes a section away that nothing stands in.").RequireAuthorization(Policies.Supervisor);
        return api;
    }

    static async Task<Ok<Listing<Section>>> ListAsync(Id? site, SectionBook sections, CancellationToken ct) => TypedResults.Ok(new Listing<Section>(await sections.ListAsync(site, ct)));

    static async Task<Created<Section>> AddAsync(SectionRequest request, SectionBook sections, CancellationToken ct)
    {
        var section = await sections.AddAsync(request, ct);
        return TypedResults.Created($"/api/v1/sections/{section.Id}", section);
    }

    static async Task<Ok<Section>> ChangeAsync(Id id, SectionRequest request, SectionBook sections, CancellationToken ct) => TypedResults.Ok(await sections.ChangeAsync(id, request, ct));

    static async Task<NoContent> RemoveAsync(Id id, SectionBook sections, CancellationToken ct)
    {
        await sections.RemoveAsync(id, ct);
        return TypedResults.NoContent();
    }
}
