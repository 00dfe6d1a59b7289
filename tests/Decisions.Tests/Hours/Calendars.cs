using Kanal.Decisions.Hours;
using NodaTime;
using static Kanal.Decisions.Tests.Hours.Clock;

namespace Kanal.Decisions.Tests.Hours;

/// <summary>Calendars for tests.</summary>
static class Calendars
{
    static readonly IsoDayOfWeek[] Workdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static OpeningInterval[] Intervals(params string[] texts) =>
        [.. texts.Select(text => text.Split('-')).Select(parts => new OpeningInterval(Hour(parts[0]), Hour(parts[1])))];

    public static OpeningCalendar Office(ClosedNow? closedNow = null, params Holiday[] holidays) =>
        new(Copenhagen, Workdays.ToDictionary(day => day, _ => (IReadOnlyList<OpeningInterval>)Intervals("09:00-18:00")), holidays, [], closedNow);

    public static OpeningCalendar Daily(params string[] intervals) => Daily(Copenhagen, intervals);

    public static OpeningCalendar Daily(DateTimeZone zone, params string[] intervals) => new(zone, EveryDay(intervals));

    public static Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> EveryDay(params string[] intervals) =>
        Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, _ => (IReadOnlyList<OpeningInterval>)Intervals(intervals));
}
