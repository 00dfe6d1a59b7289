using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Waits;

/// <summary>
/// The first promise of every conversation, until what became of it is known. Held in memory by the one loop that makes and
/// closes promises, and written behind it in batches: an opening never waits for its promise. Each node makes them, for those whom it tells;
/// the one that leads writes them.
/// </summary>
public sealed class PromiseLedger(PromiseBook book, WaitTrust trust, RoutingLease lease)
{
    readonly Dictionary<long, WaitPromise> _open = [];
    readonly Dictionary<long, WaitPromise> _unwritten = [];

    /// <summary>What was promised in a conversation that still waits.</summary>
    public WaitPromise? Of(Id conversation) => _open.GetValueOrDefault(conversation.Value);

    /// <summary>When the first promise falls due after that.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset after)
    {
        DateTimeOffset? next = null;
        foreach (var promise in _open.Values)
        {
            next = promise.DueAt > after && (next is null || promise.DueAt < next) ? promise.DueAt : next;
        }

        return next;
    }

    internal async Task LoadAsync(IReadOnlyCollection<Waiter> waiting, DateTimeOffset now, CancellationToken ct)
    {
        trust.Load(await book.OutcomesAsync(now, ct));
        await SettleAsync(waiting, now, ct);
    }

    /// <summary>This node writes from now on: what the one before wrote down holds, and what it did not get to is made up for.</summary>
    internal async Task LeadAsync(IReadOnlyCollection<Waiter> waiting, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var promise in _open.Values)
        {
            _unwritten[promise.Conversation.Value] = promise;
        }

        await SettleAsync(waiting, now, ct);
    }

    async Task SettleAsync(IReadOnlyCollection<Waiter> waiting, DateTimeOffset now, CancellationToken ct)
    {
        var still = waiting.Select(waiter => waiter.Conversation).ToHashSet();
        foreach (var promise in await book.OpenAsync(ct))
        {
            _open[promise.Conversation.Value] = promise;
            _unwritten.Remove(promise.Conversation.Value);
            if (!still.Contains(promise.Conversation))
            {
                // It was answered or left while nobody looked.
                var end = await book.EndOfAsync(promise, ct);
                if (end is not null || promise.Kind != PromiseKind.ByClock)
                {
                    Close(promise.Conversation.Value, end is { Answered: true } ? promise.Answered(end.At) : promise.Left(end?.At ?? now));
                }
            }
        }
    }

    /// <summary>Keeps a promise, unless one was made before; <paramref name="instead"/> puts what the menu said in its place.</summary>
    internal void Make(WaitPromise promise, bool instead = false)
    {
        if (promise.DueAt is not null && (instead || !_open.ContainsKey(promise.Conversation.Value)))
        {
            _open[promise.Conversation.Value] = _unwritten[promise.Conversation.Value] = promise;
        }
    }

    internal void Answered(long conversation, DateTimeOffset at) => Close(conversation, _open.GetValueOrDefault(conversation)?.Answered(at));

    internal void Left(long conversation, DateTimeOffset at) => Close(conversation, _open.GetValueOrDefault(conversation)?.Left(at));

    internal async Task WriteAsync(CancellationToken ct)
    {
        if (_unwritten.Count > 0)
        {
            try
            {
                await (lease.Term is { } term ? book.WriteAsync([.. _unwritten.Values], term, ct) : Task.CompletedTask);
            }
            catch (LeaseLostException)
            {
                // Whoever leads now knows better what has become of them.
            }

            _unwritten.Clear();
        }
    }

    void Close(long conversation, WaitPromise? over)
    {
        if (over is not null)
        {
            _open.Remove(conversation);
            _unwritten[conversation] = over;
            trust.Add(over);
        }
    }
}
