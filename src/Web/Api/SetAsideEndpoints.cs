using Kanal.Centre;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>Letters that could not be taken in, so that their folder goes on without them.</summary>
static class SetAsideEndpoints
{
    const string Raw = "message/rfc822";

    public static void Map(RouteGroupBuilder mailboxes)
    {
        var aside = mailboxes.MapGroup("/{id}/set-aside").RequireAuthorization(Policies.Administrator);
        aside.MapGet("", ListAsync).WithName("listSetAside").WithSummary("Letters that could not be taken in for a reason of ours, the newest first.");
        aside.MapGet("/{letter}/original", OriginalAsync).WithName("getSetAside").WithSummary("One of them as it came.").Produces(200, contentType: Raw);
        aside.MapPost("/{letter}/retry", RetryAsync).WithName("retrySetAside").WithSummary("Tries to take it in once more.");
        aside.MapDelete("/{letter}", DropAsync).WithName("dropSetAside").WithSummary("Forgets it here; it stays where it lies in the mailbox.");
    }

    static async Task<Ok<Listing<SetAsideLetter>>> ListAsync(Id id, SetAsideShelf aside, CancellationToken ct) => TypedResults.Ok(new Listing<SetAsideLetter>(await aside.ListAsync(id, ct)));

    static async Task<FileStreamHttpResult> OriginalAsync(Id id, Id letter, SetAsideShelf aside, HttpContext context, CancellationToken ct)
    {
        var content = await aside.OriginalAsync(id, letter, ct);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Stream(content, Raw, $"{letter}.eml");
    }

    static async Task<Ok<TakenAnswer>> RetryAsync(Id id, Id letter, SetAsideShelf aside, CancellationToken ct)
    {
        var taken = await aside.RetryAsync(id, letter, ct);
        return TypedResults.Ok(new TakenAnswer(taken.Letter, taken.Conversation, taken.Became));
    }

    static async Task<NoContent> DropAsync(Id id, Id letter, SignedIn caller, SetAsideShelf aside, CancellationToken ct)
    {
        await aside.DropAsync(id, letter, caller.Caller, ct);
        return TypedResults.NoContent();
    }
}
