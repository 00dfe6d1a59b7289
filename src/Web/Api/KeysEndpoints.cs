using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>Keys for programs, and the audit; for administrators.</summary>
static class KeysEndpoints
{
    public static RouteGroupBuilder MapKeys(this RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys").RequireAuthorization(Policies.Administrator);
        keys.MapGet("/", ListAsync).WithName("listKeys").WithSummary("Every key, without its secret.");
        keys.MapPost("/", CreateAsync).WithName("createKey").WithSummary("Makes a key; its secret is shown this once.");
        keys.MapDelete("/{id}", DeleteAsync).WithName("deleteKey").WithSummary("Takes a key away; what uses it is refused from now on.");
        api.MapGet("/audit", AuditAsync).WithTags("Audit").RequireAuthorization(Policies.Administrator).WithName("listAudit").WithSummary("What was done to the installation and by whom, the latest first.");
        return api;
    }

    static async Task<Ok<Listing<ApiKey>>> ListAsync(ApiKeys keys, CancellationToken ct) => TypedResults.Ok(new Listing<ApiKey>(await keys.ListAsync(ct)));

    static async Task<Created<NewApiKey>> CreateAsync(ApiKeyRequest request, SignedIn caller, ApiKeys keys, HttpContext context, CancellationToken ct)
    {
        var made = await keys.CreateAsync(request, caller.Caller, ct);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created((string?)null, made);
    }

    static async Task<NoContent> DeleteAsync(Id id, SignedIn caller, ApiKeys keys, CancellationToken ct)
    {
        await keys.DeleteAsync(id, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Listing<AuditEntry>>> AuditAsync(Audit audit, string? cursor, int? limit, CancellationToken ct) => TypedResults.Ok(await audit.ListAsync(cursor, limit, ct));
}
