using System.Globalization;
using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Web.Commands;

/// <summary>How well a series would have been forecast, for programs and for people.</summary>
sealed record BacktestAnswer(Series Series, BacktestResult Result, int[] Horizons)
{
    public static BacktestAnswer Of(Series series, int testDays, int days, IReadOnlyDictionary<LocalDate, string> special)
    {
        int[] horizons = [.. new[] { 1, days }.Distinct()];
        return new BacktestAnswer(series, Backtest.Of(series, testDays, horizons, special), horizons);
    }

    public void Print(bool json)
    {
        if (json)
        {
            Printing.Json(
                ("method", ForecastAnswer.JsonName($"{Result.Chosen}")),
                ("test_days", Result.TestDays),
                ("learning_days", Result.LearningDays),
                ("slot_minutes", Series.MinutesPerSlot),
                ("wape", Wape(Result.Chosen)),
                ("naive_wape", Wape(ForecastMethod.SeasonalNaive)),
                ("beats_naive", Result.BeatsNaive),
                ("text", Verdict),
                ("results", Result.Rows.Select(row => new
                {
                    method = ForecastAnswer.JsonName($"{row.Method}"),
                    days_ahead = row.DaysAhead,
                    wape = row.Wape,
                    bias = row.Bias,
                    within_80 = row.WithinRange,
                })));
            return;
        }

        Say($"The last {Result.TestDays:N0} days, each forecast as it would have been then; constants from the {Result.LearningDays:N0} days before.");
        Say($"{"method",-18}{"days ahead",12}{"WAPE",10}{"bias",10}{"10 to 90 %",14}");
        foreach (var row in Result.Rows)
        {
            Say($"{ForecastAnswer.JsonName($"{row.Method}").Replace('_', ' '),-18}{row.DaysAhead,12}{row.Wape,10:P1}{row.Bias,10:P1}{row.WithinRange,14:P1}");
        }

        Console.WriteLine(Verdict);
    }

    string Verdict => Result.Rows.Count == 0 ? "Nothing came on the days that were tested, so nothing can be said."
        : Result.Chosen == ForecastMethod.SeasonalNaive ? "On the days before the test the week before did at least as well as any forecast, so it is the forecast of this series."
        : Result.BeatsNaive ? "The forecast (combined) beats the week before (seasonal naive) at every horizon."
        : "The forecast (combined) does not beat the week before (seasonal naive) at every horizon of this series.";

    double? Wape(ForecastMethod method) => Result.Rows.FirstOrDefault(row => row.Method == method && row.DaysAhead == Horizons[0])?.Wape;

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
