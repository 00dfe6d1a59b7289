using NodaTime;
using NodaTime.Text;

namespace Kanal.Centre.Planning;

/// <summary>Dates of a site's own calendar: as text in rows, in order of text; as <see cref="DateOnly"/> at the edges.</summary>
static class Dates
{
    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Text(DateOnly date) => Text(Of(date));

    public static LocalDate Of(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    public static LocalDate Of(DateOnly date) => LocalDate.FromDateOnly(date);

    public static DateOnly At(LocalDate date) => date.ToDateOnly();

    /// <summary>Whether a date that was asked for is within so many years of today. Further off there is nothing to look at, and calendars end.</summary>
    public static bool IsNear(this DateOnly date, LocalDate today, int years) => Of(date) >= today.PlusYears(-years) && Of(date) <= today.PlusYears(years);
}
