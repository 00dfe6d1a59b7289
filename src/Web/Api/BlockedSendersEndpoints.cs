using Kanal.Centre;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class BlockedSendersEndpoints
{
    public static RouteGroupBuilder MapBlockedSenders(this RouteGroupBuilder api)
    {
        var senders = api.MapGroup("/blocked-senders").WithTags("Mailboxes");
        senders.MapGet("", ListAsync).WithName("listBlockedSenders").WithSummary("Whose letters go to the spam at once.");
        senders.MapPost("", AddAsync).WithName("blockSender").WithSummary("Blocks an address, or with `@` before it a whole domain.").RequireAuthorization(Policies.Supervisor);
        senders.MapDelete("/{id}", RemoveAsync).WithName("unblockSender").WithSummary("Takes letters from there again.").RequireAuthorization(Policies.Supervisor);
        return api;
    }

    static async Task<Ok<Listing<BlockedSender>>> ListAsync(Id? site, BlockedSenders senders, CancellationToken ct) => TypedResults.Ok(new Listing<BlockedSender>(await senders.ListAsync(site, ct)));

    static async Task<Created<BlockedSender>> AddAsync(BlockRequest request, SignedIn caller, BlockedSenders senders, CancellationToken ct)
    {
        var sender = await senders.AddAsync(request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/blocked-senders/{sender.Id}", sender);
    }

    static async Task<NoContent> RemoveAsync(Id id, SignedIn caller, BlockedSenders senders, CancellationToken ct)
    {
        await senders.RemoveAsync(id, caller.Caller, ct);
        return TypedResults.NoContent();
    }
}
