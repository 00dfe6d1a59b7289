using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Decisions.Tests.Forecasting;

/// <summary>An invented shop: busy on Mondays, closed on Sundays and at night, with noise that is the same each time.</summary>
static class Shop
{
    public static readonly LocalDate First = new(2026, 1, 5);

    static readonly double[] _weekday = [0, 1.5, 1.1, 1, 1, 0.9, 0.4, 0];

    public static double Expected(LocalDate date, int slot) =>
        slot is < 16 or >= 40 ? 0 : 12 * _weekday[(int)date.DayOfWeek] * (1 - Math.Abs(slot - 27.5) / 20);

    public static Series Days(int days, double noise = 1, Func<LocalDate, double>? factor = null)
    {
        var chance = new Random(7);
        return Series.Of(First, 48,
        [
            .. from day in Enumerable.Range(0, days)
               let date = First.PlusDays(day)
               from slot in Enumerable.Range(0, 48)
               let mean = Expected(date, slot) * (factor?.Invoke(date) ?? 1)
               let surprise = Math.Sqrt(mean) * noise * ((chance.NextDouble() + chance.NextDouble() + chance.NextDouble()) * 2 - 3)
               select Math.Max(0, Math.Round(mean + surprise)),
        ]);
    }

    public static Forecast Next(Series series, int days = 7, IReadOnlyDictionary<LocalDate, string>? special = null) =>
        Forecast.Of(new ForecastQuestion(series, series.Last.PlusDays(1), days) { SpecialDays = special ?? new Dictionary<LocalDate, string>() });
}
