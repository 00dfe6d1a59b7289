using Kanal.Centre;
using Kanal.Centre.Articles;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class SynonymsEndpoints
{
    public static RouteGroupBuilder MapSynonyms(this RouteGroupBuilder api)
    {
        var synonyms = api.MapGroup("/synonyms").WithTags("Articles");
        synonyms.MapGet("", ListAsync).WithName("listSynonyms").WithSummary("Words that mean the same to those who search.");
        synonyms.MapPost("", AddAsync).WithName("addSynonyms").WithSummary("Adds a group of words that mean the same.").RequireAuthorization(Policies.Supervisor);
        synonyms.MapPut("/{id}", ChangeAsync).WithName("changeSynonyms").WithSummary("Writes a group anew.").RequireAuthorization(Policies.Supervisor);
        synonyms.MapDelete("/{id}", RemoveAsync).WithName("removeSynonyms").WithSummary("Takes a group away.").RequireAuthorization(Policies.Supervisor);
        return api;
    }

    static async Task<Ok<Listing<SynonymGroup>>> ListAsync(Id? site, SynonymBook synonyms, CancellationToken ct) => TypedResults.Ok(new Listing<SynonymGroup>(await synonyms.ListAsync(site, ct)));

    static async Task<Created<SynonymGroup>> AddAsync(SynonymRequest request, SynonymBook synonyms, CancellationToken ct)
    {
        var group = await synonyms.AddAsync(request, ct);
        return TypedResults.Created($"/api/v1/synonyms/{group.Id}", group);
    }

    static async Task<Ok<SynonymGroup>> ChangeAsync(Id id, SynonymRequest request, SynonymBook synonyms, CancellationToken ct) => TypedResults.Ok(await synonyms.ChangeAsync(id, request, ct));

    static async Task<NoContent> RemoveAsync(Id id, SynonymBook synonyms, CancellationToken ct)
    {
        await synonyms.RemoveAsync(id, ct);
        return TypedResults.NoContent();
    }
}
