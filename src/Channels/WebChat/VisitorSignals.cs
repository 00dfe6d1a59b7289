using Kanal.Centre;
using Kanal.Centre.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Channels.WebChat;

/// <summary>What a visitor's client tells besides messages.</summary>
static class VisitorSignals
{
    public static NoContent Typing(Visitor visitor, VisitorTyping typing, Marks marks, VisitorLimits limits)
    {
        limits.Signal(visitor.Conversation);
        marks.VisitorTypes(visitor.Conversation, typing.Typing);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> ReadAsync(Visitor visitor, VisitorRead read, Marks marks, VisitorLimits limits, CancellationToken ct)
    {
        limits.Signal(visitor.Conversation);
        await marks.ReadByVisitorAsync(visitor.Conversation, read.Sequence, ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> EndAsync(Visitor visitor, WrapUps wrapUps, VisitorLimits limits, CancellationToken ct)
    {
        limits.Signal(visitor.Conversation);
        await wrapUps.EndByVisitorAsync(visitor.Conversation, ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> RateAsync(Visitor visitor, VisitorRating rating, Visits visits, VisitorLimits limits, CancellationToken ct)
    {
        limits.Signal(visitor.Conversation);
        await visits.RateAsync(visitor.Conversation, rating.Score, Words.Brief("comment", rating.Comment, 1000), ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> FactsAsync(Visitor visitor, VisitorFacts facts, Visits visits, VisitorLimits limits, CancellationToken ct)
    {
        limits.Signal(visitor.Conversation);
        await visits.FactsAsync(visitor.Conversation, CheckedFacts.Of(facts), ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> SwitchAsync(Visitor visitor, VisitorSwitch wanted, Visits visits, CallbackStarts callbacks, VisitorLimits limits, CancellationToken ct)
    {
        limits.Signal(visitor.Own().Conversation);
        if (wanted.Channel == "callback")
        {
            await callbacks.SwitchAsync(visitor.Conversation, wanted, ct);
            return TypedResults.NoContent();
        }

        if (wanted.Channel != "email")
        {
            throw RefusedException.Conflict("channel-not-offered", "This conversation can go on over email or as a callback only.");
        }

        await visits.SwitchAsync(visitor.Conversation, wanted.Channel, WebChatReceiver.Email(wanted.Address), ct);
        return TypedResults.NoContent();
    }
}
