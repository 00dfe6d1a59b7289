using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Identities;
using Kanal.Centre.Sites;
using Kanal.Centre.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.PublicApi;

/// <summary>Tells a site's developer, and the widget, whether an identity is believed, and why not.</summary>
sealed class PublicIdentity(SignedIdentities identities, SiteDirectory sites, TimeProvider time)
{
    readonly Floodgate<IPAddress> _asked = new(perSecond: 5, burst: 50, time);

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/sites/{site}/identity", (string site, IdentityQuestion question, PublicIdentity here, HttpContext context, CancellationToken ct) => here.CheckAsync(site, question, context, ct))
            .WithTags("Menu").WithName("checkIdentity").WithSummary("Whether an identity (a JSON Web Token signed by the site's own server, HS256) is believed. Stores nothing.");

    async Task<Ok<IdentityAnswer>> CheckAsync(string key, IdentityQuestion question, HttpContext context, CancellationToken ct)
    {
        if (_asked.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None) is { } wait)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = wait };
        }

        var site = await sites.FindAsync(key, ct) ?? throw RefusedException.NotFound("site");
        var known = await identities.ReadAsync(site, question.Identity, ct);
        if (known.Identity is not { } identity)
        {
            // For those who program the page: a visitor never sees it.
            var sentence = Sentence.Verbatim(known.Refused ?? "");
            throw new RefusedException(Refusal.Invalid, "invalid-identity", sentence) { Errors = new() { ["identity"] = [sentence] } };
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new IdentityAnswer(identity.Claims.Name, [.. identity.Faults.Select(fault => new IdentityNote(fault.Place, fault.Sentence))]));
    }
}

/// <param name="Identity">The token.</param>
public sealed record IdentityQuestion(string Identity);

/// <param name="Name">As it was signed.</param>
/// <param name="Notes">What of it is not known, since it can't be believed.</param>
public sealed record IdentityAnswer(string? Name, IReadOnlyList<IdentityNote> Notes);

/// <param name="Place">Such as <c>identity.kanal.value</c>.</param>
public sealed record IdentityNote(string Place, string Sentence);
