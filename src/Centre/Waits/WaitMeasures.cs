using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>How quickly things go: kept up by what happens, begun from what the database remembers. Used by one loop alone.</summary>
public sealed class WaitMeasures
{
    const int MostLevels = 12;

    /// <summary>How long conversations take.</summary>
    public HandleClock Handle { get; } = new();

    /// <summary>How readily people give up.</summary>
    public PatienceClock Patience { get; } = new();

    /// <summary>How quickly a line goes, as measured by now.</summary>
    public LineRates RatesOf(WaitLine line, Instant now) => new(
        HandleRates.Of(Handle.Measured(line, now), WaitChannels.HandleSeconds(line.Channel), MostLevels), Patience.PerSecond(line, now));

    internal void Queued(Waiter waiter, Instant now)
    {
        Handle.Release(waiter.Conversation.Value, finished: false, now);
        if (WaitChannels.Live(waiter.Line.Channel))
        {
            Patience.Start(waiter.Conversation.Value, waiter.Line, waiter.Since);
        }
    }

    internal void Taken(long conversation, long agent, WaitLine line, Instant now)
    {
        Patience.End(conversation, left: false, now);
        Handle.Take(conversation, agent, line, now);
    }

    internal void Gone(long conversation, bool left, Instant now)
    {
        Patience.End(conversation, left, now);
        Handle.Release(conversation, finished: true, now);
    }
}
