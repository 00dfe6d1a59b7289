using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Channels.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ConversationWrites
{
    public static async Task<Results<Created<Sent>, Ok<Sent>>> SendAsync(Id id, AgentMessageRequest request, SignedIn caller, LetterReplies replies, FileStore files, CancellationToken ct)
    {
        var text = Words.Text(request.Text, mayBeEmpty: request.Files is { Count: > 0 });
        var attached = request.Files is { Count: > 0 } ids ? await files.ReferencesAsync(id, ids, ct) : [];
        var added = await replies.SendAsync(id, new Person(caller.Agent, caller.Name), new AgentWords(Words.ClientId(request.ClientId), text, attached), request.Channel, request.Letter, ct);
        return added.Repeat ? TypedResults.Ok(new Sent(added.Sequence)) : TypedResults.Created((string?)null, new Sent(added.Sequence));
    }

    public static async Task<Results<Created<Entry>, Ok<Entry>>> NoteAsync(Id id, NoteRequest request, SignedIn caller, Reply reply, CancellationToken ct)
    {
        var (note, repeat) = await reply.NoteAsync(id, new Person(caller.Agent, caller.Name), Words.ClientId(request.ClientId), Words.Text(request.Text), ct);
        return repeat ? TypedResults.Ok(note) : TypedResults.Created((string?)null, note);
    }

    public static NoContent TypingAsync(Id id, TypingRequest request, SignedIn caller, Marks marks)
    {
        marks.AgentTypes(id, new Person(caller.Agent, caller.Name), request.Typing);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> ReadAsync(Id id, ReadRequest request, Marks marks, CancellationToken ct)
    {
        await marks.ReadByAgentAsync(id, request.Sequence, ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> DraftAsync(Id id, DraftRequest request, SignedIn caller, Marks marks, CancellationToken ct)
    {
        await marks.DraftAsync(id, caller.Agent, Words.Draft(request.Text), ct);
        return TypedResults.NoContent();
    }
}

public sealed record AgentMessageRequest
{
    /// <summary>The client's own name for this message, 1 to 64 letters and digits: sent again, it is the same.</summary>
    public required string ClientId { get; init; }

    public required string Text { get; init; }

    /// <summary>Files taken in this conversation before.</summary>
    public List<Id>? Files { get; init; }

    /// <summary><c>chat</c> or <c>email</c>; left out: the one that suits. What is written in a chat whose visitor has gone goes by letter too where they left an address, unless they come back for it within a minute.</summary>
    public string? Channel { get; init; }

    /// <summary>How the letter differs from what was planned.</summary>
    public LetterWish? Letter { get; init; }
}

public sealed record NoteRequest(string ClientId, string Text);

public sealed record TypingRequest(bool Typing);

public sealed record ReadRequest(long Sequence);

public sealed record DraftRequest(string Text);
