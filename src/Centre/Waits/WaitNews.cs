using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>Tells those who wait and listen, when what they would see has changed.</summary>
public sealed class WaitNews(WaitBoard board, PromiseLedger promises, Feed feed, TimeProvider time)
{
    internal async Task TellAsync(IReadOnlyList<FloorWaiting> waiting, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var still = new HashSet<long>(waiting.Count);
        foreach (var (conversation, _, _, _) in waiting)
        {
            still.Add(conversation);
            if (board.Find(conversation) is { } waiter && Listens(conversation))
            {
                await TellAsync(waiter, now, ct);
            }
        }

        board.Told.Forget(conversation => !still.Contains(conversation) || !Listens(conversation));
    }

    async Task TellAsync(Waiter waiter, DateTimeOffset now, CancellationToken ct)
    {
        if (board.PositionOf(waiter.Conversation) is not { } position)
        {
            return;
        }

        var (shown, _) = await board.ExpectedAsync(waiter, ct);
        var place = PlaceInQueue.Of(position, shown, waiter.Language, late: promises.Of(waiter.Conversation)?.DueAt <= now);
        board.Told.Tell(waiter, place, () => feed.Publish(Topic.Visitor(waiter.Conversation), new Change("queue", place)));
    }

    bool Listens(long conversation) => feed.Listeners(Topic.Visitor(new Id(conversation))) > 0;
}
