using Kanal.Decisions.Forecasting;

namespace Kanal.Decisions.Tests.Forecasting;

public sealed class BacktestTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bicycles_are_forecast_a_day_ahead_better_than_asked(bool missingIsZero)
    {
        var read = BikeSharing.Read();
        var series = missingIsZero ? Filled(read) : read;
        var result = Backtest.Of(series, 180, [1, 7]);
        Assert.Equal((551, ForecastMethod.Combined), (result.LearningDays, result.Chosen));
        Assert.True(result.Rows.Single(row => row is { Method: ForecastMethod.Combined, DaysAhead: 1 }).Wape <= 0.193);
        Assert.InRange(result.Rows.Single(row => row is { Method: ForecastMethod.Combined, DaysAhead: 1 }).WithinRange, 0.75, 0.9);
        Assert.True(result.BeatsNaive);
    }

    [Fact]
    public void What_comes_after_the_start_of_the_test_changes_no_constant()
    {
        var read = BikeSharing.Read();
        var other = Series.Of(read.First, 24, [.. Enumerable.Range(0, read.Days * 24).Select(i => i / 24 < 551 ? read[i / 24, i % 24] : 5 * i % 97)]);
        Assert.Equal(Backtest.Of(read, 180, [1]).Constants, Backtest.Of(other, 180, [1]).Constants);
    }

    static Series Filled(Series read) =>
        Series.Of(read.First, 24, [.. Enumerable.Range(0, read.Days * 24).Select(i => double.IsNaN(read[i / 24, i % 24]) ? 0 : read[i / 24, i % 24])]);
}
