using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>What mends a conversation: a split, a merge, spam; and each of them undone.</summary>
static class LetterMoveEndpoints
{
    public static async Task<Created<MoveMade>> SplitAsync(Id id, SplitRequest request, SignedIn caller, Supervision supervision, LetterMoves moves, CancellationToken ct)
    {
        var made = await moves.SplitAsync(id, request.Sequences ?? [], request.From, await supervision.MoverAsync(id, caller.Caller, "conversation.split", ct), ct);
        return TypedResults.Created($"/api/v1/conversations/{made.Conversation}", made);
    }

    public static async Task<Created<MoveMade>> MergeAsync(Id id, MergeRequest request, SignedIn caller, Supervision supervision, LetterMoves moves, CancellationToken ct)
    {
        var made = await moves.MergeAsync(id, request.Into, await supervision.MoverAsync(id, caller.Caller, "conversation.merged", ct), ct);
        return TypedResults.Created($"/api/v1/conversations/{made.Conversation}", made);
    }

    public static async Task<NoContent> UndoAsync(Id id, Id move, SignedIn caller, LetterMoves moves, CancellationToken ct)
    {
        await moves.UndoAsync(id, move, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    public static async Task<Ok<Conversation>> SpamAsync(Id id, SpamRequest request, SignedIn caller, Supervision supervision, SpamMarks spam, ConversationList conversations, CancellationToken ct)
    {
        await spam.MarkAsync(id, request.Block, await supervision.MoverAsync(id, caller.Caller, "conversation.spamMarked", ct), caller.Caller, ct);
        return await ConversationMoves.AnswerAsync(id, caller, conversations, ct);
    }

    public static async Task<Ok<Conversation>> NoSpamAsync(Id id, SignedIn caller, SpamMarks spam, ConversationList conversations, CancellationToken ct)
    {
        await spam.UnmarkAsync(id, caller.Caller, ct);
        return await ConversationMoves.AnswerAsync(id, caller, conversations, ct);
    }
}

/// <param name="Sequences">Which messages go; or else</param>
/// <param name="From">this one and all after it.</param>
public sealed record SplitRequest(IReadOnlyList<long>? Sequences = null, long? From = null);

/// <param name="Into">Where it goes on.</param>
public sealed record MergeRequest(Id Into);

/// <param name="Block">Whether letters from this address, or from its whole domain, are spam from now on.</param>
public sealed record SpamRequest(BlockScope? Block = null);
