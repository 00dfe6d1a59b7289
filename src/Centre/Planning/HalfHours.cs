using Kanal.Centre.Sites;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>The half hours of a site's own clock: 46 or 50 of them on the days on which it is set.</summary>
static class HalfHours
{
    public const int Minutes = 30;

    /// <summary>Contacts in one below which it stands empty, as good as always: nobody is planned for one in ten hours.</summary>
    public const double Nobody = 0.05;

    static readonly Duration _length = Duration.FromMinutes(Minutes);

    public static LocalDate DateAt(this Site site, DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(site.Calendar.Zone).Date;

    public static Instant StartOf(this Site site, LocalDate date) => site.Calendar.Zone.AtStartOfDay(date).ToInstant();

    /// <summary>The half hour that a moment is in.</summary>
    public static Instant Holding(DateTimeZone zone, Instant at)
    {
        var local = at.InZone(zone).TimeOfDay;
        return at - Duration.FromTicks(local.TickOfDay % (Minutes * NodaConstants.TicksPerMinute));
    }

    /// <summary>Whether some of a half hour is open.</summary>
    public static bool IsOpenIn(this Site site, Instant start) => site.Calendar.OpenTimeBetween(start, start + _length) > Duration.Zero;

    /// <summary>All of a date, in order.</summary>
    public static List<Instant> Of(this Site site, LocalDate date)
    {
        var (at, end) = (site.StartOf(date), site.StartOf(date.PlusDays(1)));
        var slots = new List<Instant>();
        for (; at < end; at += _length)
        {
            slots.Add(at);
        }

        return slots;
    }

    /// <summary>Its place in a day of 48, by the clock on the wall.</summary>
    public static int PlaceOf(DateTimeZone zone, Instant start) => (int)(start.InZone(zone).TimeOfDay.TickOfDay / (Minutes * NodaConstants.TicksPerMinute));
}
