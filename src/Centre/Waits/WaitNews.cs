using Kanal.Centre.Live;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>Tells those who wait and listen, when what they would see has changed.</summary>
public sealed class WaitNews(WaitBoard board, PromiseLedger promises, Feed feed, WaitInbox inbox, TimeProvider time)
{
    readonly Dictionary<long, (Waiter Waiter, PlaceInQueue Place)> _told = [];

    internal async Task TellAsync(IReadOnlyList<FloorWaiting> waiting, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var still = new HashSet<long>(waiting.Count);
        foreach (var (conversation, _, _, _) in waiting)
        {
            still.Add(conversation);
            if (board.Find(conversation) is { } waiter && feed.Listeners(Topic.Visitor(waiter.Conversation)) > 0)
            {
                await TellAsync(waiter, now, ct);
            }
        }

        foreach (var gone in _told.Keys.Where(conversation => !still.Contains(conversation)).ToList())
        {
            _told.Remove(gone);
        }
    }

    async Task TellAsync(Waiter waiter, DateTimeOffset now, CancellationToken ct)
    {
        if (board.PositionOf(waiter.Conversation) is not { } position)
        {
            return;
        }

        var (shown, _) = await board.ExpectedAsync(waiter, ct);
        var place = PlaceInQueue.Of(position, shown, waiter.Language, late: promises.Of(waiter.Conversation)?.DueAt <= now);
        // Who waits a second time is told again, even if it is the same.
        if (_told.GetValueOrDefault(waiter.Conversation.Value) != (waiter, place))
        {
            _told[waiter.Conversation.Value] = (waiter, place);
            inbox.WhileWaiting(waiter.Conversation.Value, () => feed.Publish(Topic.Visitor(waiter.Conversation), new Change("queue", place)));
        }
    }
}
