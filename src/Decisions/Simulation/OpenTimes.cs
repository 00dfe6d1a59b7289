using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>When a way of contact is open, read once: time goes forward only.</summary>
sealed class OpenTimes
{
    readonly (long Start, long End)[] _stretches;
    readonly bool _always;
    int _next;

    public OpenTimes(OpeningCalendar? calendar, Instant start, Instant end)
    {
        _always = calendar is null;
        _stretches = calendar is null ? [] : [.. calendar.OpenStretches(start - Duration.FromDays(1), end + Duration.FromDays(14)).Select(it => (it.Start.ToUnixTimeTicks(), it.End.ToUnixTimeTicks()))];
    }

    public bool IsOpen(long now) => _always || (Current(now) is { } at && _stretches[at].Start <= now);

    /// <summary>When it closes, where it is open; <see cref="long.MaxValue"/> where it never does.</summary>
    public long ClosingAfter(long now) => _always ? long.MaxValue : Current(now) is { } at && _stretches[at].Start <= now ? _stretches[at].End : now;

    /// <summary>The first instant from <paramref name="from"/> on that is open, at most a fortnight after the end; does not move on.</summary>
    public long NextOpen(long from)
    {
        if (_always)
        {
            return from;
        }

        foreach (var (start, end) in _stretches)
        {
            if (from < end)
            {
                return Math.Max(from, start);
            }
        }

        return from;
    }

    /// <summary>When it opens or closes next.</summary>
    public long TurnAfter(long now) => _always || Current(now) is not { } at ? long.MaxValue : _stretches[at].Start <= now ? _stretches[at].End : _stretches[at].Start;

    int? Current(long now)
    {
        while (_next < _stretches.Length && _stretches[_next].End <= now)
        {
            _next++;
        }

        return _next < _stretches.Length ? _next : null;
    }
}
