using Kanal.Centre;
using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ConversationMoves
{
    public static async Task<Ok<Conversation>> TakeAsync(Id id, SignedIn caller, Supervision supervision, ConversationList conversations, CancellationToken ct)
    {
        await supervision.TakeAsync(id, caller.Caller, ct);
        return await AnswerAsync(id, caller, conversations, ct);
    }

    public static async Task<Ok<Conversation>> TransferAsync(Id id, TransferRequest request, SignedIn caller, Ownership ownership, AgentDirectory agents, Supervision supervision, ConversationList conversations, CancellationToken ct)
    {
        var (from, note) = (new Person(caller.Agent, caller.Name), Words.Brief("note", request.Note, 1000));
        var owner = await supervision.MayMoveAsync(id, caller.Caller, "conversation.transferred", ct);
        switch (request)
        {
            case { Agent: { } agent, Queue: null }:
                var to = await agents.GetAsync(agent, ct);
                await ownership.HandToAsync(id, from, owner, to.Active ? new Person(to.Id, to.Name) : throw RefusedException.Invalid("agent", $"{to.Name} works here no more."), note, ct);
                break;
            case { Agent: null, Queue: { } queue }:
                await ownership.HandBackAsync(id, from, owner, queue, note, ct);
                break;
            default:
                throw RefusedException.Invalid("agent", "Say either which agent, or which queue.");
        }

        return await AnswerAsync(id, caller, conversations, ct);
    }

    public static async Task<Ok<Conversation>> WrapUpAsync(Id id, WrapUpRequest request, SignedIn caller, WrapUps wrapUps, Supervision supervision, ConversationList conversations, CancellationToken ct)
    {
        var owner = await supervision.MayMoveAsync(id, caller.Caller, "conversation.closed", ct);
        await wrapUps.CloseAsync(id, new Person(caller.Agent, caller.Name), owner, request.Topic, request.Outcome, Words.Brief("note", request.Note, Words.LongestText), ct);
        return await AnswerAsync(id, caller, conversations, ct);
    }

    public static async Task<Ok<Conversation>> ReopenAsync(Id id, SignedIn caller, Ownership ownership, Supervision supervision, ConversationList conversations, CancellationToken ct)
    {
        var by = await supervision.MoverAsync(id, caller.Caller, "conversation.reopened", ct);
        await ownership.ReopenAsync(id, by.Agent, by.Owner, ct);
        return await AnswerAsync(id, caller, conversations, ct);
    }

    internal static async Task<Ok<Conversation>> AnswerAsync(Id id, SignedIn caller, ConversationList conversations, CancellationToken ct) =>
        TypedResults.Ok(await conversations.OpenAsync(id, caller.AgentId, ct) ?? throw RefusedException.NotFound("conversation"));
}

/// <param name="Agent">The colleague; or else a queue.</param>
/// <param name="Queue">Its own, to hand it back, or another one.</param>
public sealed record TransferRequest(Id? Agent = null, Id? Queue = null, string? Note = null);

public sealed record WrapUpRequest(Outcome Outcome, Id? Topic = null, string? Note = null);
