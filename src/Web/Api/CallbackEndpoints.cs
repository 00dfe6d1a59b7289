using Kanal.Centre;
using Kanal.Centre.Agents;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Channels.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class CallbackEndpoints
{
    public static RouteGroupBuilder MapCallbacks(this RouteGroupBuilder api)
    {
        var one = api.MapGroup("/conversations/{id}/callback").WithTags("Callbacks").AddEndpointFilter(ConversationEndpoints.KnownAsync);
        one.MapGet("", ReadAsync).WithName("getCallback").WithSummary("The call that was asked for, with its attempts.");
        one.MapPost("", BookAsync).WithName("bookCallback").WithSummary("Books a call for the customer, or another time for the one that is booked; the conversation waits until then.");
        one.MapDelete("", CancelAsync).WithName("cancelCallback").WithSummary("No call any more; a conversation that nobody has is closed.");
        one.MapGet("/slots", SlotsAsync).WithName("listCallbackSlots").WithSummary("The starts of the quarters of an hour that can be booked.");
        one.MapPost("/call", CallAsync).WithName("startCall").WithSummary("The caller has dialled.");
        one.MapPost("/outcome", OutcomeAsync).WithName("endCall").WithSummary("How the call went: reached, to be tried again, or given up.");
        return api;
    }

    static async Task<Ok<CallCard>> ReadAsync(Id id, ConversationSites sites, CallAttempts attempts, CancellationToken ct) =>
        TypedResults.Ok(await attempts.CardAsync(await sites.OfAsync(id, ct), id, ct));

    static async Task<Ok<Callback>> BookAsync(Id id, BookRequest request, SignedIn caller, ConversationSites sites, Supervision supervision, CallbackDesk desk, CancellationToken ct)
    {
        var site = await sites.OfAsync(id, ct);
        var by = await supervision.MoverAsync(id, caller.Caller, "callback.booked", ct);
        return TypedResults.Ok(request.Number is { Length: > 0 } number
            ? await desk.BookAsync(site, id, new CallbackWish(CallableNumber.Of(number, null, site), request.Slot), by, ct)
            : await desk.MoveAsync(site, id, request.Slot, by, ct));
    }

    static async Task<NoContent> CancelAsync(Id id, SignedIn caller, ConversationSites sites, Supervision supervision, CallbackDesk desk, CancellationToken ct)
    {
        await desk.CancelAsync(await sites.OfAsync(id, ct), id, await supervision.MoverAsync(id, caller.Caller, "callback.cancelled", ct), ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Listing<DateTimeOffset>>> SlotsAsync(Id id, ConversationSites sites, CallbackSlots slots, CancellationToken ct) =>
        TypedResults.Ok(new Listing<DateTimeOffset>([.. await slots.FreeAsync(await sites.OfAsync(id, ct), ct)]));

    static async Task<Ok<CallCard>> CallAsync(Id id, SignedIn caller, ConversationSites sites, CallAttempts attempts, CancellationToken ct)
    {
        await attempts.StartAsync(id, new Person(caller.Agent, caller.Name), ct);
        return await ReadAsync(id, sites, attempts, ct);
    }

    static async Task<Ok<CallCard>> OutcomeAsync(Id id, OutcomeRequest request, SignedIn caller, ConversationSites sites, CallAttempts attempts, CancellationToken ct)
    {
        await attempts.EndAsync(await sites.OfAsync(id, ct), id, new Person(caller.Agent, caller.Name), request.Outcome, ct);
        return await ReadAsync(id, sites, attempts, ct);
    }
}

/// <param name="Number">Which number to call; left out to move the call that is booked.</param>
/// <param name="Slot">The start of a slot; left out for as soon as an agent is free.</param>
public sealed record BookRequest(string? Number = null, DateTimeOffset? Slot = null);

public sealed record OutcomeRequest(CallOutcome Outcome);
