using System.Text.Json;
using Kanal.Centre.Conversations;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Channels.WebChat;

/// <summary>What a visitor does with what an agent has shown.</summary>
static class VisitorShown
{
    public static async Task<NoContent> ProgressAsync(Visitor visitor, Id shown, VisitorProgress progress, ProgressBook book, VisitorLimits limits, CancellationToken ct)
    {
        limits.Signal(visitor.Conversation);
        await book.TellAsync(visitor.Conversation, shown, progress.Step, progress.Filled, visitor.Since, ct);
        return TypedResults.NoContent();
    }

    public static async Task<Results<Created<Sent>, Ok<Sent>>> SendAsync(Visitor visitor, Id shown, VisitorForm form, FormAnswers answers, VisitorLimits limits, CancellationToken ct)
    {
        limits.Message(visitor.Conversation);
        var added = await answers.SendAsync(visitor.Conversation, shown, Words.ClientId(form.ClientId), form.Fields, visitor.Since, ct);
        return added.Repeat ? TypedResults.Ok(new Sent(added.Sequence)) : TypedResults.Created((string?)null, new Sent(added.Sequence));
    }
}

/// <summary>It is open; how far the visitor is.</summary>
/// <param name="Step">Of a guide, from 1.</param>
/// <param name="Filled">How many fields of a form have something in them.</param>
public sealed record VisitorProgress(int? Step = null, int? Filled = null);

public sealed record VisitorForm
{
    /// <summary>The client's own name for this answer, 1 to 64 letters and digits: sent again, it is the same.</summary>
    public required string ClientId { get; init; }

    /// <summary>By the keys of the form's fields. A field of the kind <c>file</c> takes ids of files taken in this conversation before.</summary>
    public required Dictionary<string, JsonElement> Fields { get; init; }
}
