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

    // Waits are said in minutes, and none longer than half an hour.
    static readonly Duration _step = Duration.FromMinutes(1);
    static readonly Duration _longest = Duration.FromSeconds(ShownWait.Longest);

    /// <returns>When it was begun to tell: what runs out after that may not be told yet.</returns>
    internal async Task<DateTimeOffset> TellAsync(IReadOnlyList<FloorWaiting> waiting, CancellationToken ct)
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
        return now;
    }

    /// <returns>When the first promise runs out that had not when it was told last, or it is so near to closing that what is said may change by itself.</returns>
    internal async Task<DateTimeOffset?> SettleAsync(DateTimeOffset told, CancellationToken ct)
    {
        await desks.QueuesAsync(ct);
        await promises.WriteAsync(ct);
        return new[] { promises.NextDue(told), await NextTurnAsync(Instant.FromDateTimeOffset(told), ct) }.Min();
    }

    // Towards closing a turn that is not nearer is one that comes too late, though nothing happens.
    async Task<DateTimeOffset?> NextTurnAsync(Instant told, CancellationToken ct)
    {
        DateTimeOffset? next = null;
        foreach (var site in board.Waiting.Where(waiter => WaitChannels.Live(waiter.Line.Channel)).Select(waiter => waiter.Site).Distinct())
        {
            if (await board.ClosingOfAsync(site, ct) is { } closing && closing > told)
            {
                var turn = (closing - told > _longest ? closing - _longest : told + _step).ToDateTimeOffset();
                next = next is null || turn < next ? turn : next;
            }
        }

        return next;
    }

    async Task PromiseAsync(Waiter waiter, Instant now, CancellationToken ct)
    {
        var (shown, estimate) = await board.ExpectedAsync(waiter, ct);
        promises.Make(WaitPromise.Of(ids.Next(), waiter, shown, estimate.Mean, board.AheadOf(waiter.Conversation), now - waiter.Since < _fresh ? waiter.Since : now));
    }
}
