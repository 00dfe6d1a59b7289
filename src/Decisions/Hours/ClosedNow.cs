using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>The switch "close now": whatever the calendar says, closed from one instant until another.</summary>
/// <param name="From">When it was switched.</param>
/// <param name="Until">When the calendar holds again; null means until further notice.</param>
/// <param name="Reason">What the reader is told.</param>
public sealed record ClosedNow(Instant From, Instant? Until, string Reason)
{
    internal bool Contains(Instant t) => From <= t && (Until is null || t < Until);

    internal IEnumerable<Interval> WhatIsLeftOf(Interval open)
    {
        if (open.Start < From)
        {
            yield return new Interval(open.Start, Instant.Min(open.End, From));
        }

        if (Until is { } until && until < open.End)
        {
            yield return new Interval(Instant.Max(open.Start, until), open.End);
        }
    }
}
