using System.Diagnostics;
using Kanal.Centre.Live;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>One round of working out: the outlook anew, first promises, who must be told, what is written down.</summary>
public sealed class WaitRound(WaitInbox inbox, WaitMeasures measures, WaitBoard board, WaitTelling telling, TimeProvider time) : IDisposable
{
    // The passing of time changes what is said only when a promise runs out, and towards closing.
    readonly Alarm _alarm = new(time, inbox.Poke);

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
        var told = await telling.TellAsync(waiting, ct);
        var took = Stopwatch.GetElapsedTime(began);
        _alarm.Set(await telling.SettleAsync(told, ct));
        return took;
    }

    public void Dispose() => _alarm.Dispose();
}
