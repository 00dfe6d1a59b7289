using Kanal.Centre.Sites;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Days that are not like their weekday: holidays, and special days that are shorter than usual or have been there before.</summary>
static class SpecialDates
{
    const int Apart = 7;

    public static Dictionary<LocalDate, string> Of(Site site, LocalDate first, LocalDate last)
    {
        var special = new Dictionary<LocalDate, string>();
        var seen = new Dictionary<string, LocalDate>();
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (site.Calendar.On(date).Name is not { Length: > 0 } name)
            {
                continue;
            }

            // Two in a row are one occasion: of the second no more is known than of the first.
            if (OpenTime(site, date) < Usual(site, date) || (seen.TryGetValue(name, out var before) && before.PlusDays(Apart) < date))
            {
                special[date] = name;
            }

            seen.TryAdd(name, date);
        }

        return special;
    }

    static Duration OpenTime(Site site, LocalDate date) => site.Calendar.OpenTimeBetween(site.StartOf(date), site.StartOf(date.PlusDays(1)));

    // The weekday as it is in the weeks around.
    static Duration Usual(Site site, LocalDate date)
    {
        foreach (var other in new[] { date.PlusDays(-7), date.PlusDays(7), date.PlusDays(-14), date.PlusDays(14) })
        {
            if (site.Calendar.On(other).Name is null)
            {
                return OpenTime(site, other);
            }
        }

        return OpenTime(site, date);
    }
}
