using Kanal.Centre;
using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kanal.Web.Api;

/// <summary>Letters in a conversation, and letters that a mail server hands in.</summary>
static class LetterEndpoints
{
    const string Raw = "message/rfc822";

    public static RouteGroupBuilder MapLetters(this RouteGroupBuilder api)
    {
        var one = api.MapGroup("/conversations/{id}").WithTags("Letters").AddEndpointFilter(ConversationEndpoints.KnownAsync);
        one.MapGet("/reply", PlanAsync).WithName("getReplyPlan").WithSummary("To whom and how the next letter would go; with `all`, to everyone whom the last one went to.");
        one.MapPost("/forward", ForwardAsync).WithName("forwardMessage").WithSummary("Passes a message on to somebody else; the customer does not see it, nor what they answer.");
        one.MapGet("/participants", ParticipantsAsync).WithName("listParticipants").WithSummary("Who takes part in the conversation by letter.");
        one.MapDelete("/participants/{address}", RemoveAsync).WithName("removeParticipant").WithSummary("Takes somebody out; what they answer from now on is a conversation of its own.");
        one.MapGet("/letters/{letter}", GetAsync).WithName("getLetter").WithSummary("One letter, whole.");
        one.MapGet("/letters/{letter}/original", OriginalAsync).WithName("getOriginal").WithSummary("A letter as it came.").Produces(200, contentType: Raw);
        one.MapGet("/letters/{letter}/attempts", AttemptsAsync).WithName("listAttempts").WithSummary("Each time that one of ours was tried to be delivered.");
        one.MapPost("/letters/{letter}/retry", RetryAsync).WithName("retryLetter").WithSummary("Tries again to deliver to those who don't have it.");
        one.MapPost("/split", LetterMoveEndpoints.SplitAsync).WithName("splitConversation").WithSummary("Gives messages a conversation of their own.");
        one.MapPost("/merge", LetterMoveEndpoints.MergeAsync).WithName("mergeConversation").WithSummary("Lets it go on in another conversation.");
        one.MapPost("/moves/{move}/undo", LetterMoveEndpoints.UndoAsync).WithName("undoMove").WithSummary("Takes a split or a merge back.");
        one.MapPost("/spam", LetterMoveEndpoints.SpamAsync).WithName("markSpam").WithSummary("Closes it as spam, and blocks its sender if wished.");
        one.MapDelete("/spam", LetterMoveEndpoints.NoSpamAsync).WithName("unmarkSpam").WithSummary("It was no spam: it waits in its queue again, and its sender is not blocked any more.");
        api.MapPost("/mailboxes/{id}/letters", TakeAsync).WithTags("Mailboxes").WithName("takeLetter").Accepts<Stream>(Raw)
            .WithMetadata(new RequestSizeLimitAttribute(LetterShelf.Largest)).WithSummary("Takes a letter from a mail server (`message/rfc822`, at most 50 MB); answered when it is on disk. The same letter again gives the same answer with 200.");
        return api;
    }

    static async Task<Ok<ReplyPlan>> PlanAsync(Id id, bool? all, ReplyPlans plans, CancellationToken ct) => TypedResults.Ok(await plans.ReadAsync(id, all is true, ct));

    static async Task<Results<Created<Entry>, Ok<Entry>>> ForwardAsync(Id id, ForwardRequest request, SignedIn caller, LetterForwards forwards, FileStore files, CancellationToken ct)
    {
        var attached = request.Files is { Count: > 0 } named ? await files.ReferencesAsync(id, named, ct) : [];
        var (entry, repeat) = await forwards.ForwardAsync(id, new Person(caller.Agent, caller.Name), new AgentWords(Words.ClientId(request.ClientId), Words.Text(request.Text, mayBeEmpty: true), attached),
            new ForwardWish(request.Sequence, request.To, request.Cc, request.Subject, request.Mailbox), ct);
        return repeat ? TypedResults.Ok(entry) : TypedResults.Created((string?)null, entry);
    }

    static async Task<Ok<Listing<Participant>>> ParticipantsAsync(Id id, Participants participants, CancellationToken ct) => TypedResults.Ok(new Listing<Participant>(await participants.OfAsync(id, ct)));

    static async Task<NoContent> RemoveAsync(Id id, string address, SignedIn caller, Participants participants, CancellationToken ct)
    {
        _ = caller.Agent;
        await participants.RemoveAsync(id, address, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Letter>> GetAsync(Id id, Id letter, LetterReads letters, CancellationToken ct) => TypedResults.Ok(await letters.GetAsync(id, letter, ct));

    static async Task<FileStreamHttpResult> OriginalAsync(Id id, Id letter, LetterReads letters, HttpContext context, CancellationToken ct)
    {
        var content = await letters.OriginalAsync(id, letter, ct);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Stream(content, Raw, $"{letter}.eml");
    }

    static async Task<Ok<Listing<DeliveryTry>>> AttemptsAsync(Id id, Id letter, Outbox outbox, CancellationToken ct) => TypedResults.Ok(new Listing<DeliveryTry>(await outbox.AttemptsAsync(id, letter, ct)));

    static async Task<NoContent> RetryAsync(Id id, Id letter, SignedIn caller, Outbox outbox, CancellationToken ct)
    {
        _ = caller.Agent;
        await outbox.RetryAsync(id, letter, ct);
        return TypedResults.NoContent();
    }

    static async Task<Results<Created<TakenAnswer>, Ok<TakenAnswer>>> TakeAsync(Id id, HttpRequest request, LetterIntake intake, CancellationToken ct)
    {
        var taken = await intake.TakeAsync(id, null, (file, stop) => request.Body.CopyToAsync(file, stop), ct);
        var answer = new TakenAnswer(taken.Letter, taken.Conversation, taken.Became);
        return taken.Repeat ? TypedResults.Ok(answer) : TypedResults.Created((string?)null, answer);
    }
}

/// <summary>What came of a letter that was handed in.</summary>
public sealed record TakenAnswer(Id Letter, Id? Conversation, Became Became);

/// <param name="Sequence">The message that is passed on; its files go along.</param>
public sealed record ForwardRequest(string ClientId, string Text, IReadOnlyList<string> To, long Sequence, IReadOnlyList<string>? Cc = null, string? Subject = null, Id? Mailbox = null, List<Id>? Files = null);
