using Kanal.Centre.Callbacks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Channels.WebChat;

/// <summary>A visitor's call: when it is, and another time.</summary>
static class VisitorCallbacks
{
    public static async Task<Ok<CallbackChoices>> ReadAsync(Visitor visitor, CallbackStarts callbacks, CancellationToken ct) =>
        TypedResults.Ok(await callbacks.ChoicesAsync(visitor.Own().Conversation, ct));

    public static async Task<Ok<Callback>> MoveAsync(Visitor visitor, CallbackMove move, CallbackStarts callbacks, VisitorLimits limits, CancellationToken ct)
    {
        limits.Signal(visitor.Own().Conversation);
        return TypedResults.Ok(await callbacks.MoveAsync(visitor.Conversation, move.Slot, ct));
    }

    public static async Task<NoContent> CancelAsync(Visitor visitor, CallbackStarts callbacks, VisitorLimits limits, CancellationToken ct)
    {
        limits.Signal(visitor.Own().Conversation);
        await callbacks.CancelAsync(visitor.Conversation, ct);
        return TypedResults.NoContent();
    }
}
