using NodaTime;
using NodaTime.Text;

namespace Kanal.Decisions.Tests.Hours;

/// <summary>Short ways to write times in tests.</summary>
static class Clock
{
    public static DateTimeZone Copenhagen { get; } = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    public static LocalTime Hour(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).GetValueOrThrow();

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    /// <summary>"2026-03-27 17:59" in the zone, which is Copenhagen unless told; the earlier of two.</summary>
    public static Instant At(string local, DateTimeZone? zone = null) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).GetValueOrThrow()
            .InZoneLeniently(zone ?? Copenhagen).ToInstant();

    public static Instant Utc(string text) => At(text, DateTimeZone.Utc);
}
