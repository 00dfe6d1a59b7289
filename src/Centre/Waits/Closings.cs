using System.Runtime.CompilerServices;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>When a site closes next: worked out once in a while for everybody who waits, for a year of hours is read where it never closes.</summary>
sealed class Closings
{
    static readonly Duration _while = Duration.FromSeconds(5);

    readonly ConditionalWeakTable<OpeningCalendar, Known> _known = [];

    public Instant? Of(OpeningCalendar calendar, Instant now)
    {
        if (!_known.TryGetValue(calendar, out var known) || !known.HoldsAt(now))
        {
            known = new Known(now, calendar.NextClosing(now));
            _known.AddOrUpdate(calendar, known);
        }

        return known.Closing;
    }

    sealed record Known(Instant Since, Instant? Closing)
    {
        public bool HoldsAt(Instant now) => Since <= now && now - Since < _while && (Closing is not { } closing || now < closing);
    }
}
