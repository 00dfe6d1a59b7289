using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>
/// Measures how readily people give up: those who left over all the seconds that anybody waited, the answered and the still
/// waiting included. Not safe for use from several threads at once.
/// </summary>
public sealed class PatienceClock
{
    // As if a few people with the usual patience had been seen to leave.
    const double Prior = 5;
    const double UsualSeconds = 300;

    // A window left open over lunch says nothing of patience.
    static readonly Duration LongestCounted = Duration.FromMinutes(30);

    readonly Dictionary<long, (WaitLine Line, Instant Since)> _waiting = [];
    readonly Dictionary<WaitLine, Seen> _seen = [];

    /// <summary>A conversation waits from <paramref name="since"/> on.</summary>
    public void Start(long conversation, WaitLine line, Instant since) => _waiting.TryAdd(conversation, (line, since));

    /// <summary>The wait is over: by an answer, or because whoever waited <paramref name="left"/>.</summary>
    public void End(long conversation, bool left, Instant now)
    {
        if (!_waiting.Remove(conversation, out var wait))
        {
            return;
        }

        if (!_seen.TryGetValue(wait.Line, out var seen))
        {
            _seen[wait.Line] = seen = new Seen();
        }

        seen.Seconds.Add(Counted(wait.Since, now), now);
        if (left && now - wait.Since <= LongestCounted)
        {
            seen.Left.Add(1, now);
        }
    }

    /// <summary>Of those who wait on a line, the share that gives up in a second.</summary>
    public double PerSecond(WaitLine line, Instant now)
    {
        var (left, seconds) = _seen.TryGetValue(line, out var seen) ? (seen.Left.At(now), seen.Seconds.At(now)) : (0, 0);
        seconds += _waiting.Values.Where(wait => wait.Line == line).Sum(wait => Counted(wait.Since, now));
        return (left + Prior) / (seconds + Prior * UsualSeconds);
    }

    static double Counted(Instant since, Instant now) => Duration.Max(Duration.Zero, Duration.Min(now - since, LongestCounted)).TotalSeconds;

    sealed class Seen
    {
        public Fading Left;
        public Fading Seconds;
    }
}
