using System.Diagnostics;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>One round of working out: the outlook anew, first promises, who must be told, what is written down.</summary>
public sealed class WaitRound(WaitInbox inbox, WaitMeasures measures, WaitBoard board, WaitTelling telling, TimeProvider time) : IDisposable
{
    ITimer? _timer;

    /// <returns>How long the working out took, without what is written afterwards.</returns>
    internal async Task<TimeSpan> WorkOutAsync(CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var now = inbox.Now;
        var floor = inbox.Floor;
        // The router may know of a conversation before we have read whose it is, and still hold one that we know has gone.
        var waiting = floor.Waiting.Select(it => board.Find(it.Conversation) is { } waiter && WaitChannels.Live(waiter.Line.Channel) ? it with { Line = waiter.Line } : null)
            .OfType<FloorWaiting>().ToList();
        var rates = (await board.LinesAsync()).ToDictionary(line => line, line => measures.RatesOf(line, now));
        board.Show(new Outlook(floor with { Waiting = waiting }, rates));
        await telling.TellAsync(waiting, ct);
        var took = Stopwatch.GetElapsedTime(began);
        Wind(await telling.SettleAsync(ct));
        return took;
    }

    // The passing of time changes what is said only when a promise runs out.
    void Wind(DateTimeOffset? due)
    {
        _timer ??= time.CreateTimer(_ => inbox.Poke(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var wait = due - time.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
        _timer.Change(wait == Timeout.InfiniteTimeSpan ? wait : TimeSpan.FromMilliseconds(Math.Max(1, wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();
}
