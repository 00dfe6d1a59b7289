using NodaTime;

namespace Kanal.Decisions.Forecasting;

/// <param name="Method">How.</param>
/// <param name="DaysAhead">How many days before; 1 is the evening before.</param>
/// <param name="Wape">Sum of absolute errors over the sum of what came.</param>
/// <param name="Bias">What was expected too much, over what came.</param>
/// <param name="WithinRange">How often what came lay between the 10 % and the 90 % quantile.</param>
public sealed record BacktestRow(ForecastMethod Method, int DaysAhead, double Wape, double Bias, double WithinRange);

/// <param name="Rows">Each method at each horizon, those left out that had too little to go by.</param>
/// <param name="BeatsNaive">Whether the forecast is better than the week before at every horizon.</param>
/// <param name="TestDays">The days that were forecast.</param>
/// <param name="LearningDays">The days before them.</param>
/// <param name="Constants">Chosen on the days before.</param>
/// <param name="Chosen">The method that the days before spoke for: the forecast, or the week before where it did at least as well.</param>
public sealed record BacktestResult(IReadOnlyList<BacktestRow> Rows, bool BeatsNaive, int TestDays, int LearningDays, ForecastConstants Constants, ForecastMethod Chosen);

/// <summary>
/// Forecasts of the last days of a series as they would have been made then. Constants and ranges come from the days before
/// the first of them; what is learned day after day goes on.
/// </summary>
public static class Backtest
{
    /// <summary>Before the first day that is tested, at least so many.</summary>
    public const int FewestLearningDays = 28;

    static readonly ForecastMethod[] _methods = [ForecastMethod.SeasonalNaive, ForecastMethod.DayLevel, ForecastMethod.DoubleSeasonal, ForecastMethod.Combined];

    /// <exception cref="ArgumentOutOfRangeException">Fewer than four weeks are left before the test.</exception>
    public static BacktestResult Of(Series series, int testDays, IReadOnlyList<int> horizons, IReadOnlyDictionary<LocalDate, string>? specialDays = null)
    {
        var learning = series.Days - testDays;
        if (testDays < 1 || learning < FewestLearningDays)
        {
            throw new ArgumentOutOfRangeException(nameof(testDays), testDays, $"At least one day is tested, and at least {FewestLearningDays} are left to learn from.");
        }

        var past = new Past(series, specialDays ?? new Dictionary<LocalDate, string>());
        var trial = Forecast.TrialFrom(learning);
        var constants = ForecastConstants.Choose(past, trial, learning);
        List<BacktestRow> rows = [];
        foreach (var ahead in horizons)
        {
            var before = Rehearsal.Of(past, constants, trial, learning, ahead, _methods);
            var tested = Rehearsal.Of(past, constants, learning, series.Days, ahead, _methods);
            rows.AddRange(from method in _methods
                          let score = tested[method]
                          where score.Came > 0
                          select new BacktestRow(method, ahead, score.Wape, score.Bias, score.Within(0.1, 0.9, before[method].Spread)));
        }

        double? Wape(ForecastMethod method, int ahead) => rows.Find(row => row.Method == method && row.DaysAhead == ahead)?.Wape;
        var beats = rows.Count > 0 && horizons.All(ahead => Wape(ForecastMethod.Combined, ahead) < (Wape(ForecastMethod.SeasonalNaive, ahead) ?? double.PositiveInfinity));
        var chosen = Forecast.Better(Rehearsal.Of(past, constants, trial, learning, 1, _methods), learning);
        return new BacktestResult(rows, beats, testDays, learning, constants, chosen);
    }
}
