using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Conversations;
using Kanal.Centre.Waits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Channels.WebChat;

static class VisitorReads
{
    public static async Task<Ok<VisitorConversation>> ViewAsync(Visitor visitor, VisitorView view, WaitBoard waits, CancellationToken ct) =>
        TypedResults.Ok(visitor.Sees(await view.FindAsync(visitor.Conversation, waits.PositionOf, ct) ?? throw RefusedException.NotFound("conversation")));

    public static async Task<Ok<Listing<Message>>> MessagesAsync(Visitor visitor, Messages messages, long? after, int? limit, CancellationToken ct) =>
        TypedResults.Ok(await messages.PageAsync(visitor.Conversation, Math.Max(after ?? 0, visitor.After), Math.Clamp(limit ?? 200, 1, 500), ct));

    public static Task EventsAsync(Visitor visitor, HttpContext context, VisitorStream stream, long? after, CancellationToken ct) =>
        stream.SendAsync(visitor, context, Math.Max(LastSeen(context) ?? after ?? 0, visitor.After), ct);

    static long? LastSeen(HttpContext context) =>
        long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
}
