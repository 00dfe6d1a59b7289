using NodaTime;
using NodaTime.TimeZones;

namespace Kanal.Decisions.Hours;

/// <summary>The hours of each date, and the open pieces of time that they make in a zone.</summary>
sealed class CalendarDays
{
    readonly OpeningInterval[][] _week = new OpeningInterval[8][];
    readonly IReadOnlyList<Holiday> _holidays;
    readonly Dictionary<LocalDate, DayHours> _special = [];

    public CalendarDays(
        IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> week,
        IReadOnlyList<Holiday> holidays,
        IReadOnlyList<SpecialDay> specialDays)
    {
        _holidays = holidays;
        for (var day = IsoDayOfWeek.None; day <= IsoDayOfWeek.Sunday; day++)
        {
            _week[(int)day] = InOrder(week.GetValueOrDefault(day, []));
        }

        foreach (var day in specialDays)
        {
            _special.TryAdd(day.Date, new DayHours(day.Date, InOrder(day.Intervals), day.Name));
        }
    }

    public DayHours On(LocalDate date)
    {
        if (_special.TryGetValue(date, out var special))
        {
            return special;
        }

        foreach (var holiday in _holidays)
        {
            if (holiday.FallsOn(date))
            {
                return new DayHours(date, [], holiday.Name);
            }
        }

        return new DayHours(date, _week[(int)date.DayOfWeek], null);
    }

    /// <summary>In order, never overlapping, perhaps touching. Local order is the order of instants, for openings and closings alike.</summary>
    public IEnumerable<Interval> Pieces(DateTimeZone zone, Instant start, Instant end)
    {
        if (end <= start)
        {
            yield break;
        }

        // Yesterday's interval may reach into today, and a clock set back over midnight makes two days of it.
        var date = start.InZone(zone).Date.PlusDays(-2);
        var last = end.InZone(zone).Date.PlusDays(1);
        var covered = start;
        for (; date <= last; date = date.PlusDays(1))
        {
            foreach (var interval in On(date).Intervals)
            {
                var closes = Instant.Min(end, Closing(zone.MapLocal(interval.ClosesAfter(date))));
                if (closes <= covered)
                {
                    continue;
                }

                var opens = Instant.Max(covered, Opening(zone.MapLocal(interval.OpensOn(date))));
                if (opens < closes)
                {
                    covered = closes;
                    yield return new Interval(opens, closes);
                }
            }
        }
    }

    static Instant Opening(ZoneLocalMapping at) => at.Count == 0 ? at.LateInterval.Start : at.First().ToInstant();

    static Instant Closing(ZoneLocalMapping at) => at.Count == 0 ? at.LateInterval.Start : at.Last().ToInstant();

    static OpeningInterval[] InOrder(IEnumerable<OpeningInterval> intervals) => [.. intervals.OrderBy(interval => interval.Start)];
}
