using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Decisions.Callbacks;

/// <summary>The quarters of an hour in which a customer can be called.</summary>
public static class SlotGrid
{
    /// <summary>How far ahead an open day is looked for.</summary>
    const int FarthestDays = 30;

    public static Duration Length { get; } = Duration.FromMinutes(15);

    /// <summary>
    /// The starts of all slots that lie in opening hours as a whole, in order: none before <paramref name="notice"/> has passed, and on the
    /// first <paramref name="days"/> local days that have any.
    /// </summary>
    public static IReadOnlyList<Instant> Starts(OpeningCalendar calendar, Instant now, Duration notice, int days)
    {
        List<Instant> starts = [];
        HashSet<LocalDate> dates = [];
        foreach (var stretch in calendar.OpenStretches(now + notice, now + notice + Duration.FromDays(FarthestDays)))
        {
            for (var start = Quarter(stretch.Start); start + Length <= stretch.End; start += Length)
            {
                dates.Add(start.InZone(calendar.Zone).Date);
                if (dates.Count > days)
                {
                    return starts;
                }

                starts.Add(start);
            }
        }

        return starts;
    }

    // Every zone of today stands a whole number of quarters from UTC, so quarters there are quarters everywhere.
    static Instant Quarter(Instant t)
    {
        var over = t.ToUnixTimeTicks() % Length.BclCompatibleTicks;
        return over == 0 ? t : t.PlusTicks(Length.BclCompatibleTicks - over);
    }
}
