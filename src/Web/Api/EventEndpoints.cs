using Kanal.Centre.Agents;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Channels.Http;
using Kanal.Web.Access;

namespace Kanal.Web.Api;

static class EventEndpoints
{
    public static RouteGroupBuilder MapEvents(this RouteGroupBuilder api)
    {
        api.MapGet("/events", SendAsync).EndsWithSession().WithTags("Events").WithName("streamEvents").Produces<DeskEvents>(200, "text/event-stream")
            .WithSummary("Server-sent events for the caller: conversation, message, line, typing, read, offer, offerEnded, callbackDue, presence, visitor, settings. Last-Event-ID resumes; `reset` means: fetch everything anew.");
        return api;
    }

    static async Task SendAsync(SignedIn caller, HttpContext context, DeskFeed desk, Attendance attendance, Heartbeat heartbeat, CancellationToken ct)
    {
        var stream = new EventStream(heartbeat);
        using var stay = caller.AgentId is { } agent ? attendance.Arrive(agent) : null;
        using var listening = desk.Subscribe(caller.AgentId ?? default, context.Request.Headers["Last-Event-ID"], stream.Take, out var missed, out var place);
        List<Change> first = [new Change("hello", new Hello(desk.Life)) { Place = missed is null ? place : null }];
        if (missed is null && context.Request.Headers.ContainsKey("Last-Event-ID"))
        {
            first.Add(new Change("reset", new Hello(desk.Life)) { Place = place });
        }

        await stream.SendAsync(context, [.. first, .. missed ?? []], 0, ct);
    }
}

/// <summary>What the desk's stream carries: each event has the name of a member here and its value as data.</summary>
public sealed record DeskEvents
{
    /// <summary>The stream is open.</summary>
    public Hello? Hello { get; init; }

    /// <summary>What was missed can't be told: fetch everything anew.</summary>
    public Hello? Reset { get; init; }

    public ConversationSummary? Conversation { get; init; }
    public EntryAdded? Message { get; init; }

    /// <summary>A note, or something that happened.</summary>
    public EntryAdded? Line { get; init; }

    public Typing? Typing { get; init; }
    public ReadMark? Read { get; init; }

    /// <summary>A conversation rings at the caller.</summary>
    public OfferView? Offer { get; init; }

    public OfferEnded? OfferEnded { get; init; }
    /// <summary>A time that was booked for a call has come, and nobody could take it.</summary>
    public CallbackDue? CallbackDue { get; init; }

    public Agent? Presence { get; init; }
    public VisitorSeen? Visitor { get; init; }
    public QueueCounts? Queue { get; init; }
    public SettingsChanged? Settings { get; init; }
}

/// <param name="Node">Names this run of the server.</param>
public sealed record Hello(string Node);
