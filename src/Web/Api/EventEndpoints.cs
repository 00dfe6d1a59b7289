using Kanal.Centre.Agents;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Letters;
using Kanal.Centre.Live;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;
using Kanal.Centre.Wallboards;
using Kanal.Channels.Http;
using Kanal.Web.Access;

namespace Kanal.Web.Api;

static class EventEndpoints
{
    public static RouteGroupBuilder MapEvents(this RouteGroupBuilder api)
    {
        api.MapGet("/events", SendAsync).EndsWithSession().WithTags("Events").WithName("streamEvents").Produces<DeskEvents>(200, "text/event-stream")
            .WithSummary("Server-sent events for the caller: conversation, message, line, delivery, typing, read, offer, offerEnded, callbackDue, units, target, askedBack, presence, visitor, shown, settings. Last-Event-ID resumes; `reset` means: fetch everything anew. `watch=wallboard` adds wallboard, for an agent without alerts; with `attend=false` the stream does not count as an open desk. Of what happens inside conversations (message, line, delivery, typing, read, visitor, shown; and conversation, once it is somebody's) a stream carries everything; with `follow=mine` only what concerns those in the caller's hands, with `follow=queue` also those that are nobody's yet, and with `open` (which may be repeated) those that are named. What such a stream follows from now on is complete from `hello` on, and of a conversation that comes into the caller's hands from its event `conversation` on: read it then. Now and then `place` says where such a stream is, so that it can resume.");
        return api;
    }

    static async Task SendAsync(SignedIn caller, HttpContext context, DeskFeed desk, LiveBoard board, RoutingBoard routing, OpenDesks desks, Heartbeat heartbeat, string? watch, bool? attend, string? follow, Id[]? open, CancellationToken ct)
    {
        var following = new DeskFollowing(caller.AgentId ?? default, Choice.Of<Followed>("follow", follow) ?? Followed.All, open ?? []);
        var watches = Choice.Of<Watched>("watch", watch) is Watched.Wallboard;
        var stream = new EventStream(heartbeat);
        using var stay = caller.AgentId is { } agent && attend != false ? desks.Arrive(agent) : null;
        using var listening = desk.Subscribe(following, context.Request.Headers["Last-Event-ID"], stream.Take, out var missed, out var place);
        using var watching = !watches ? null : caller.AgentId is { } own && caller.Role < Role.Supervisor ? board.Watch(stream.Take, own) : board.Watch(stream.Take);
        List<Change> first = [new Change("hello", desk.Hello) { Place = missed is null ? place : null }];
        if (missed is null && context.Request.Headers.ContainsKey("Last-Event-ID"))
        {
            first.Add(new Change("reset", desk.Hello) { Place = place });
        }

        if (routing.Units.FirstOrDefault(one => one.Agent == caller.AgentId) is { } units)
        {
            first.Add(new Change("units", units));
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

    /// <summary>Nothing for the caller, but a place to resume from.</summary>
    public Hello? Place { get; init; }

    public ConversationSummary? Conversation { get; init; }
    public EntryAdded? Message { get; init; }

    /// <summary>A note, or something that happened.</summary>
    public EntryAdded? Line { get; init; }

    /// <summary>A letter of ours has got further, or has not.</summary>
    public LetterStanding? Delivery { get; init; }

    public Typing? Typing { get; init; }
    public ReadMark? Read { get; init; }

    /// <summary>A conversation rings at the caller.</summary>
    public OfferView? Offer { get; init; }

    public OfferEnded? OfferEnded { get; init; }
    /// <summary>A time that was booked for a call has come, and nobody could take it.</summary>
    public CallbackDue? CallbackDue { get; init; }

    public Agent? Presence { get; init; }

    /// <summary>How much of the caller is taken.</summary>
    public AgentUnits? Units { get; init; }

    /// <summary>A customer is near the time within which they were to be answered, or past it.</summary>
    public TargetWarning? Target { get; init; }

    /// <summary>A supervisor asks the caller to come back from a break.</summary>
    public AskedBack? AskedBack { get; init; }

    /// <summary>How far a visitor has got with what was shown.</summary>
    public Progress? Shown { get; init; }

    public VisitorSeen? Visitor { get; init; }
    public QueueCounts? Queue { get; init; }
    public SettingsChanged? Settings { get; init; }

    /// <summary>For those who watch it: everything at first, then what has changed.</summary>
    public Wallboard? Wallboard { get; init; }
}

/// <summary>What a stream can carry besides what every desk gets.</summary>
enum Watched
{
    Wallboard,
}
