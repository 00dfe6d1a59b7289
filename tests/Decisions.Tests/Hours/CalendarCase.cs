using FsCheck;
using FsCheck.Fluent;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Decisions.Tests.Hours;

/// <summary>A random calendar with three instants in order, mostly near a setting of the clock.</summary>
sealed record CalendarCase(
    OpeningCalendar Calendar, Instant A, Instant B, Instant C, IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> Week)
{
    static readonly DateTimeZone[] Zones =
    [
        .. new[]
        {
            "Europe/Copenhagen", "Europe/Warsaw", "Europe/Bucharest", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe",
            "Africa/Cairo", "America/Havana", "UTC",
        }.Select(name => DateTimeZoneProviders.Tzdb[name]),
    ];

    static readonly Gen<OpeningInterval> Interval =
        from start in Gen.Choose(0, 95)
        from quarters in Gen.Frequency((4, Gen.Choose(1, 48)), (1, Gen.Choose(49, 96)))
        select new OpeningInterval(At(start * 15), At((start + quarters) * 15));

    static readonly Gen<Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>>> Weeks =
        from days in Gen.ListOf(Gen.Choose(0, 3).SelectMany(count => Gen.ListOf(Interval, count)), 7)
        select days.Select((intervals, i) => (i, intervals))
            .ToDictionary(day => (IsoDayOfWeek)(day.i + 1), day => (IReadOnlyList<OpeningInterval>)[.. day.intervals]);

    /// <summary>Weekly hours only, spread over days; for checks that look at every minute.</summary>
    public static Gen<CalendarCase> Plain { get; } = Cases(daysApart: 3, extras: false);

    /// <summary>Holidays, special days and the switch as well, spread over weeks.</summary>
    public static Gen<CalendarCase> Any { get; } = Cases(daysApart: 40, extras: true);

    public override string ToString() =>
        $"{Calendar.Zone} {A} {B} {C} {Calendar.ClosedNow} "
        + string.Join("; ", Week.Select(day => $"{day.Key}: {string.Join(", ", day.Value)}"));

    static Gen<CalendarCase> Cases(int daysApart, bool extras) =>
        from zone in Gen.Elements(Zones)
        from week in Weeks
        from start in Gen.Choose(0, 365 * 24 * 60)
        from nearChange in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from first in Gen.Choose(0, daysApart * 24 * 60)
        from second in Gen.Choose(0, daysApart * 24 * 60)
        from closedFor in Gen.Choose(-20, 20)
        from specialDays in Gen.ListOf(Gen.Choose(0, daysApart).Zip(Interval), extras ? 3 : 0)
        from holidays in Gen.ListOf(Gen.Choose(0, daysApart), extras ? 4 : 0)
        let any = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(start)
        let zoneInterval = zone.GetZoneInterval(any)
        let a = nearChange && zoneInterval.HasEnd ? zoneInterval.End - Duration.FromMinutes(start % (daysApart * 24 * 60)) : any
        let day = a.InZone(zone).Date
        let b = a + Duration.FromMinutes(first)
        select new CalendarCase(
            new OpeningCalendar(
                zone,
                week,
                [.. holidays.Select(days => Holiday.On(day.PlusDays(days), "Holiday"))],
                [.. specialDays.Select(special => new SpecialDay(day.PlusDays(special.Item1), "Special", [special.Item2]))],
                extras && closedFor > 0 ? new ClosedNow(b - Duration.FromHours(closedFor), b + Duration.FromHours(closedFor), "Switch") : null),
            a,
            b,
            b + Duration.FromMinutes(second),
            week);

    static LocalTime At(int minutes) => LocalTime.Midnight.PlusMinutes(minutes);
}
