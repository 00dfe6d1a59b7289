using System.Diagnostics;
using Kanal.Decisions.Forecasting;

namespace Kanal.Decisions.Tests.Forecasting;

public sealed class BacktestTests
{
    [Fact]
    public void Bicycles_are_forecast_a_day_ahead_better_than_asked()
    {
        var series = BikeSharing.Read();
        var watch = Stopwatch.StartNew();
        var result = Backtest.Of(series, 180, [1, 7]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms {result.Constants}\n{string.Join('\n', result.Rows)}");
        watch.Restart();
        var forecast = Forecast.Of(new ForecastQuestion(series, series.Last.PlusDays(1), 7));
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms {forecast.Method} {forecast.Wape} {forecast.NaiveWape} {string.Join(' ', forecast.Doubts)}");
        Assert.True(result.Rows.Single(row => row is { Method: ForecastMethod.Combined, DaysAhead: 1 }).Wape <= 0.193);
        Assert.True(result.BeatsNaive);
    }
}
