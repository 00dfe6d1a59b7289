using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Shown;
using Kanal.Centre.Waits;
using Kanal.Channels.Http;
using Microsoft.AspNetCore.Http;

namespace Kanal.Channels.WebChat;

/// <summary>A visitor's event stream: how things stand, what was missed, then what happens.</summary>
sealed class VisitorStream(Feed feed, VisitorView view, Messages messages, VisitorsOnline visitors, WaitBoard waits, Heartbeat heartbeat) : IDisposable
{
    // Where a node died all streams read at once, and others want to be served as well.
    readonly SemaphoreSlim _again = new(16);

    public async Task SendAsync(Visitor visitor, HttpContext context, long after, CancellationToken ct)
    {
        // Listening comes before reading, so that nothing falls between the two; what comes twice is left out by its sequence.
        var stream = new EventStream(heartbeat);
        var conversation = visitor.Conversation;
        var topic = Topic.Visitor(conversation);
        var listening = feed.Subscribe(topic, visitor.Since is null ? stream.Take : TakeOthers);
        void TakeOthers(Change change)
        {
            if (change.Name != "callback")
            {
                stream.Take(change);
            }
        }

        var stay = visitors.Arrive(conversation, () => stream.Take(Change.Missed));
        try
        {
            var reading = new VisitorReading(visitor, view, messages, waits, _again, ct);
            await stream.SendAsync(context, await reading.FirstAsync(after), after, reading, ct);
        }
        finally
        {
            listening.Dispose();
            stay.Dispose();
        }
    }

    public void Dispose() => _again.Dispose();
}

/// <summary>What a visitor's stream carries: each event has the name of a member here and its value as data.</summary>
public sealed record VisitorEvents
{
    public Message? Message { get; init; }
    public TypingToVisitor? Typing { get; init; }
    public ReadByOther? Read { get; init; }
    public PlaceInQueue? Queue { get; init; }
    public AgentHere? Assigned { get; init; }
    public Callback? Callback { get; init; }

    /// <summary>An agent puts something before the visitor's eyes now; the message that carries it comes besides.</summary>
    public ShownCard? Show { get; init; }

    public Ended? Closed { get; init; }

    /// <summary>A closed conversation goes on.</summary>
    public object? Reopened { get; init; }
}
