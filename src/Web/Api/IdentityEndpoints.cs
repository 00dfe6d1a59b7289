using Kanal.Centre.Identities;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>The secret with which a site's own server signs who its visitors are.</summary>
static class IdentityEndpoints
{
    public static RouteGroupBuilder MapIdentity(this RouteGroupBuilder api)
    {
        var identity = api.MapGroup("/sites/{site}/identity").WithTags("Sites").RequireAuthorization(Policies.Administrator);
        identity.MapGet("", ReadAsync).WithName("getIdentitySetting").WithSummary("Whether visitors of a site can say who they are.");
        identity.MapPost("", MakeAsync).WithName("makeIdentitySecret")
            .WithSummary("A new secret for signing identities, shown this once. The one before holds for another 24 hours, unless endEarlier is set.");
        identity.MapDelete("", RemoveAsync).WithName("removeIdentitySecret").WithSummary("Takes no identities any more.");
        return api;
    }

    static async Task<Ok<IdentitySetting>> ReadAsync(Id site, IdentitySecrets secrets, CancellationToken ct) => TypedResults.Ok(await secrets.ReadAsync(site, ct));

    static async Task<Ok<NewIdentitySecret>> MakeAsync(Id site, IdentitySecretRequest request, IdentitySecrets secrets, SignedIn caller, HttpContext context, CancellationToken ct)
    {
        // Secrets are not kept, neither by us for a repeated request nor by anything on the way.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await secrets.MakeAsync(site, request.EndEarlier, caller.Caller, ct));
    }

    static async Task<NoContent> RemoveAsync(Id site, IdentitySecrets secrets, SignedIn caller, CancellationToken ct)
    {
        await secrets.RemoveAsync(site, caller.Caller, ct);
        return TypedResults.NoContent();
    }
}

/// <param name="EndEarlier">The secret before it ends at once: for one that has become known.</param>
public sealed record IdentitySecretRequest(bool EndEarlier = false);
