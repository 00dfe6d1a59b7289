using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>Finds intervals that share time: harmless, since they merge, but seldom meant.</summary>
static class Overlaps
{
    static readonly LocalDate AnyMonday = new(2024, 1, 1);

    public static IEnumerable<FormattableString> OfDay(IEnumerable<OpeningInterval> intervals, FormattableString place) =>
        Find(intervals.Select(interval => (interval, AnyMonday, place)));

    // Monday comes twice, so that Sunday's night is held against it.
    public static IEnumerable<FormattableString> OfWeek(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> week) =>
        Find(Enumerable.Range(0, 8).Select(i => AnyMonday.PlusDays(i))
            .SelectMany(date => week.GetValueOrDefault(date.DayOfWeek, []).Select(interval => (interval, date, DayNames.Of(date.DayOfWeek)))))
            .DistinctBy(FormattableString.Invariant);

    static IEnumerable<FormattableString> Find(IEnumerable<(OpeningInterval Interval, LocalDate Date, FormattableString Place)> days)
    {
        var inOrder = days.OrderBy(day => day.Interval.OpensOn(day.Date)).ToList();
        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
        {
            if (later.Interval.OpensOn(later.Date) < earlier.Interval.ClosesAfter(earlier.Date))
            {
                yield return $"{earlier.Place} {Text(earlier.Interval)} overlaps {later.Place} {Text(later.Interval)}.";
            }
        }
    }

    static string Text(OpeningInterval interval) => $"{interval.Start:HH:mm}-{interval.End:HH:mm}";
}
