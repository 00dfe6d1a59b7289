using Kanal.Centre;
using Kanal.Centre.Conversations;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ConversationReads
{
    public static async Task<Ok<Listing<ConversationSummary>>> ListAsync(
        SignedIn caller, ConversationList conversations, string? list, string? state, string? q, Id? site, string? channel, string? sought, int? limit, string? cursor, CancellationToken ct)
    {
        var most = Math.Clamp(limit ?? 50, 1, 200);
        var query = new ConversationQuery(Choice.Of<ListKind>("list", list) ?? ListKind.All, caller.AgentId, most + 1);
        if (state == "open")
        {
            query.StillOpen();
        }
        else if (Choice.Of<ConversationState>("state", state) is { } wanted)
        {
            query.InState(wanted);
        }

        if (!string.IsNullOrWhiteSpace(q))
        {
            query.Holding(q.Trim());
        }

        if (site is { } one)
        {
            query.OfSite(one);
        }

        if (channel is { Length: > 0 })
        {
            query.OnChannel(channel);
        }

        if (sought is { Length: > 0 })
        {
            query.AfterSeeking(sought);
        }

        if (cursor is { Length: > 0 })
        {
            query.After(cursor);
        }

        return TypedResults.Ok(Paging.Page(await conversations.ReadAsync(query, ct), most, query.CursorOf));
    }

    public static async Task<Ok<Conversation>> OpenAsync(Id id, SignedIn caller, ConversationList conversations, CancellationToken ct) =>
        TypedResults.Ok(await conversations.OpenAsync(id, caller.AgentId, ct) ?? throw RefusedException.NotFound("conversation"));

    public static async Task<Ok<Listing<Entry>>> TimelineAsync(Id id, Timeline timeline, long? before, int? limit, CancellationToken ct)
    {
        var (entries, older) = await timeline.ReadAsync(id, before, Math.Clamp(limit ?? 200, 1, 500), ct);
        return TypedResults.Ok(new Listing<Entry>(entries, older));
    }

    public static async Task<Ok<Listing<Assignment>>> AssignmentsAsync(Id id, Assignments assignments, CancellationToken ct) =>
        TypedResults.Ok(new Listing<Assignment>(await assignments.OfAsync(id, ct)));

    public static async Task<Ok<Listing<Message>>> MessagesAsync(Id id, Messages messages, long? after, int? limit, CancellationToken ct) =>
        TypedResults.Ok(await messages.PageAsync(id, after ?? 0, Math.Clamp(limit ?? 200, 1, 500), ct));
}
