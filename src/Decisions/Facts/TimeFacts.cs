using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Decisions.Facts;

/// <summary>The facts that follow from the clock and the site's calendar.</summary>
public static class TimeFacts
{
    /// <summary>As the fact says them, from Monday.</summary>
    public static IReadOnlyList<string> Weekdays => StandardFacts.Weekdays;

    public static FactValues PutTime(this FactValues facts, OpeningCalendar calendar, Instant now) => facts.PutTime(calendar, now, calendar.IsOpen(now));

    /// <summary>The same, where it is known whether the calendar is open.</summary>
    public static FactValues PutTime(this FactValues facts, OpeningCalendar calendar, Instant now, bool open)
    {
        var local = now.InZone(calendar.Zone).LocalDateTime;
        return facts
            .Put("open", open)
            .Put("weekday", Weekdays[(int)local.DayOfWeek - 1])
            .Put("time", local.Hour * 60 + local.Minute);
    }
}
