using Kanal.Centre;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Waits;
using Kanal.Channels.Http;

namespace Kanal.Channels.WebChat;

/// <summary>What one stream of a visitor reads, and how the conversation stood when it last told.</summary>
/// <param name="again">So many streams at once may read anew.</param>
sealed class VisitorReading(Visitor visitor, VisitorView view, Messages messages, WaitBoard waits, SemaphoreSlim again, CancellationToken ct) : IChangeSource
{
    const int Page = 500;

    bool _waits;

    public async Task<List<Change>> AfterAsync(long sequence)
    {
        await again.WaitAsync(ct);
        try
        {
            return await FirstAsync(sequence);
        }
        finally
        {
            again.Release();
        }
    }

    /// <summary>
    /// Places in the queue are told by those who work them out, assignments by those who commit them: to one who has been told of an agent,
    /// a place may be from before.
    /// </summary>
    public async ValueTask<bool> HoldsAsync(Change change)
    {
        _waits = change.Name switch
        {
            "assigned" or "closed" => false,
            "reopened" => true,
            "queue" when !_waits => (await StandingAsync()).State == VisitorState.Queued,
            _ => _waits,
        };
        return _waits || change.Name != "queue";
    }

    public async Task<List<Change>> FirstAsync(long after)
    {
        var conversation = visitor.Conversation;
        var standing = await StandingAsync();
        _waits = standing.State == VisitorState.Queued;
        List<Change> first = [];
        if (standing is { State: VisitorState.Queued, Position: null })
        {
            await waits.SettledAsync(conversation, standing.Channel, ct);
        }

        if (_waits && await waits.PlaceOfAsync(conversation, ct) is { } place)
        {
            first.Add(new Change("queue", place));
        }

        if (standing.Agent is { } agent)
        {
            first.Add(new Change("assigned", new AgentHere(agent)));
        }

        if (standing.Callback is { } callback)
        {
            first.Add(new Change("callback", callback));
        }

        List<Message> page;
        do
        {
            page = await messages.AfterAsync(conversation, after, Page, ct);
            first.AddRange(page.Select(message => new Change("message", message, message.Sequence)));
            after = page.Count > 0 ? page[^1].Sequence : after;
        }
        while (page.Count == Page);

        if (standing.State == VisitorState.Closed)
        {
            first.Add(new Change("closed", new Ended(standing.ClosedBy ?? Author.System)));
        }

        return first;
    }

    async Task<VisitorConversation> StandingAsync() =>
        visitor.Sees(await view.FindAsync(visitor.Conversation, waits.PositionOf, ct) ?? throw RefusedException.NotFound("conversation"));
}
