using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>The date of Easter.</summary>
public static class Easter
{
    /// <summary>
    /// Western (Gregorian) Easter Sunday of a year. Source: the anonymous Gregorian computus, in J. Meeus,
    /// Astronomical Algorithms (1991), chapter 8.
    /// </summary>
    public static LocalDate Sunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var moonShift = (century - ((century + 8) / 25) + 1) / 3;
        var fullMoon = ((19 * golden) + century - leapCenturies - moonShift + 15) % 30;
        var (leapYears, yearRest) = Math.DivRem(yearOfCentury, 4);
        var toSunday = (32 + (2 * centuryRest) + (2 * leapYears) - fullMoon - yearRest) % 7;
        var correction = (golden + (11 * fullMoon) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(fullMoon + toSunday - (7 * correction) + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
