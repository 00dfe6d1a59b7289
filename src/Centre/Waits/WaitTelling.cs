using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>What follows from a new outlook: first promises are kept, visitors and desks told, the ledger written.</summary>
public sealed class WaitTelling(WaitBoard board, PromiseLedger promises, WaitNews news, RoutingNews desks, IdSource ids, TimeProvider time)
{
    // A conversation met later than this has waited before, and is promised something from now on.
    static readonly Duration _fresh = Duration.FromMinutes(1);

    internal async Task TellAsync(IReadOnlyList<FloorWaiting> waiting, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        foreach (var (conversation, _, _, _) in waiting)
        {
            if (board.Find(conversation) is { Promised: false } waiter && promises.Of(waiter.Conversation) is null)
            {
                await PromiseAsync(waiter, Instant.FromDateTimeOffset(now), ct);
            }
        }

        await news.TellAsync(waiting, ct);
    }

    /// <returns>When the next promise runs out.</returns>
    internal async Task<DateTimeOffset?> SettleAsync(CancellationToken ct)
    {
        await desks.QueuesAsync(ct);
        await promises.WriteAsync(ct);
        return promises.NextDue(time.GetUtcNow());
    }

    async Task PromiseAsync(Waiter waiter, Instant now, CancellationToken ct)
    {
        var (shown, estimate) = await board.ExpectedAsync(waiter, ct);
        promises.Make(WaitPromise.Of(ids.Next(), waiter, shown, estimate.Mean, board.AheadOf(waiter.Conversation), now - waiter.Since < _fresh ? waiter.Since : now));
    }
}
