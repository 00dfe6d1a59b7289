using System.Globalization;
using Kanal.Centre.Texts;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Centre.Sites;

/// <summary>Opening hours on their way in.</summary>
static class HoursCheck
{
    const int LongestName = 100;
    const int LongestReason = 300;
    const int MostDays = 400;
    const int MostIntervals = 20;

    /// <summary>The hours as they will be kept. Hours without the switch "close now" leave it as it is: another address opens and closes it.</summary>
    public static HoursDefinition Read(Faults faults, HoursDefinition given, HoursDefinition? before, DateTimeOffset now)
    {
        Limit(faults, given);
        var hours = given with { ClosedNow = Switch(given.ClosedNow, before?.ClosedNow, now) };
        foreach (var problem in hours.Check())
        {
            faults.Add("hours", Sentence.From(problem));
        }

        return hours;
    }

    /// <summary>The hours with the switch thrown now.</summary>
    public static HoursDefinition Close(Faults faults, HoursDefinition hours, string? until, string? reason, DateTimeOffset now)
    {
        var closed = hours with { ClosedNow = new ClosedNowDefinition(faults.OptionalLine("reason", reason, LongestReason) ?? "", until, Text(now)) };
        if (OpeningCalendar.From(closed, out var problems) is not { } calendar)
        {
            faults.Add("until", problems is [.., var last] ? Sentence.From(last) : "This is not a time.");
        }
        else
        {
            faults.AddIf(calendar.ClosedNow?.Until <= Instant.FromDateTimeOffset(now), "until", "This should be a time to come.");
        }

        return closed;
    }

    // A switch without a beginning would empty the past too; the same switch again keeps the beginning it had.
    static ClosedNowDefinition? Switch(ClosedNowDefinition? given, ClosedNowDefinition? before, DateTimeOffset now) =>
        given is null ? before
        : given.From is not null ? given
        : given with { From = before is not null && before with { From = null } == given ? before.From : Text(now) };

    static void Limit(Faults faults, HoursDefinition hours)
    {
        faults.AddIf(hours.Week.Count > 7, "hours", "A week has seven days.");
        faults.AddIf(hours.Holidays.Count > MostDays, "hours", $"There should be at most {MostDays} holidays.");
        faults.AddIf(hours.SpecialDays.Count > MostDays, "hours", $"There should be at most {MostDays} special days.");
        faults.AddIf(hours.Week.Values.Concat(hours.SpecialDays.Select(day => day?.Intervals ?? [])).Any(intervals => intervals?.Count > MostIntervals),
            "hours", $"A day should have at most {MostIntervals} intervals.");
        faults.ThrowIfAny();
        foreach (var name in hours.Holidays.Select(holiday => holiday?.Name).Concat(hours.SpecialDays.Select(day => day?.Name)))
        {
            faults.OptionalLine("hours", name, LongestName);
        }

        faults.OptionalLine("hours", hours.ClosedNow?.Reason, LongestReason);
    }

    static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
