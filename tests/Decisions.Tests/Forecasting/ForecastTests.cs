using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Decisions.Tests.Forecasting;

public sealed class ForecastTests
{
    [Fact]
    public void A_shop_s_week_comes_out_by_weekday_and_half_hour()
    {
        var forecast = Shop.Next(Shop.Days(70));
        Assert.Equal(ForecastMethod.Combined, forecast.Method);
        Assert.Empty(forecast.Doubts);
        Assert.True(forecast.Wape < forecast.NaiveWape);
        foreach (var day in forecast.Days)
        {
            var expected = Enumerable.Range(0, 48).Sum(slot => Shop.Expected(day.Date, slot));
            Assert.Equal(expected, day.Mean, 0.08 * expected + 0.01);
            Assert.All(Enumerable.Range(0, 16), slot => Assert.Equal(0, day.Slots[slot].Mean, 0.05));
        }

        Assert.Equal(0, forecast.Days.Single(day => day.Date.DayOfWeek == IsoDayOfWeek.Sunday).Mean);
    }

    [Fact]
    public void Without_a_single_day_there_is_no_forecast()
    {
        foreach (var series in new[] { Series.Of(Shop.First, 48, []), Series.Of(Shop.First, 48, Enumerable.Repeat(double.NaN, 480).ToList()) })
        {
            var forecast = Forecast.Of(new ForecastQuestion(series, Shop.First.PlusDays(10), 7));
            Assert.Equal((ForecastMethod.None, 0), (forecast.Method, forecast.Days.Count));
            Assert.Equal([ForecastDoubt.NoData], forecast.Doubts);
        }
    }

    [Fact]
    public void Three_days_give_a_wide_range_and_the_reason()
    {
        var forecast = Shop.Next(Shop.Days(3));
        Assert.Equal(ForecastMethod.DayLevel, forecast.Method);
        Assert.Equal([ForecastDoubt.UnderThreeSameWeekdays, ForecastDoubt.UnderFourWeeks], forecast.Doubts);
        Assert.Null(forecast.Wape);
        var noon = forecast.Days[0].Slots[27];
        Assert.InRange(noon.Mean, 5, 25);
        Assert.True(noon.Quantile(0.9) > 1.4 * noon.Mean && noon.Quantile(0.1) < 0.7 * noon.Mean);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(27)]
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(60)]
    public void Any_length_of_history_gives_numbers(int days)
    {
        var forecast = Shop.Next(Shop.Days(days), 15);
        Assert.Equal(15, forecast.Days.Count);
        Assert.Equal(days < 28, forecast.Doubts.Contains(ForecastDoubt.UnderFourWeeks));
        Assert.All(forecast.Days.SelectMany(day => day.Slots), slot =>
        {
            Assert.InRange(slot.Mean, 0, 100);
            Assert.InRange(slot.Variance, slot.Mean, 1e4);
            Assert.True(slot.Quantile(0.1) <= slot.Quantile(0.65) && slot.Quantile(0.65) <= slot.Quantile(0.9));
        });
    }

    [Fact]
    public void Holes_are_made_up_for_and_told()
    {
        var whole = Shop.Days(56);
        var torn = Series.Of(Shop.First, 48, [.. Enumerable.Range(0, 56 * 48).Select(i => i % 11 == 3 || i / 48 is 20 or 33 ? double.NaN : whole[i / 48, i % 48])]);
        var (full, holed) = (Shop.Next(whole), Shop.Next(torn));
        Assert.Contains(ForecastDoubt.Holes, holed.Doubts);
        Assert.Equal(full.Days[0].Mean, holed.Days[0].Mean, 0.06 * full.Days[0].Mean);
    }

    [Fact]
    public void A_file_without_nights_is_no_file_full_of_holes()
    {
        var whole = Shop.Days(42);
        var days = Shop.Next(Series.Of(Shop.First, 48, [.. Enumerable.Range(0, 42 * 48).Select(i => i % 48 is < 16 or >= 40 ? double.NaN : whole[i / 48, i % 48])])).Days;
        Assert.Equal(Shop.Next(whole).Days[0].Mean, days[0].Mean, 3.0);
        Assert.All(days, day => Assert.Equal(0, day.Slots[3].Mean));
    }

    [Fact]
    public void A_special_day_has_the_factor_of_its_last_occurrence_and_leaves_no_trace_on_others()
    {
        var (sale, again) = (Shop.First.PlusDays(44), Shop.First.PlusDays(73));
        Dictionary<LocalDate, string> special = new() { [sale] = "sale", [again] = "sale" };
        var with = Shop.Days(70, 1, date => date == sale ? 3 : 1);
        var forecast = Shop.Next(with, 7, special);
        var plain = Shop.Next(Shop.Days(70), 7);
        Assert.Equal("sale", forecast.Days[3].SpecialDay);
        Assert.Equal(3 * plain.Days[3].Mean, forecast.Days[3].Mean, 0.15 * 3 * plain.Days[3].Mean);
        Assert.Equal(plain.Days[4].Mean, forecast.Days[4].Mean, 0.05 * plain.Days[4].Mean);
        Assert.Empty(forecast.Doubts);
        Assert.Contains(ForecastDoubt.SpecialDayNeverSeen, Shop.Next(with, 7, new Dictionary<LocalDate, string> { [again] = "fair" }).Doubts);
    }

    [Fact]
    public void Where_the_week_before_does_as_well_it_is_the_forecast_and_that_is_told()
    {
        // Every fourth week everything is turned round, and nothing else is ever different.
        var series = Series.Of(Shop.First, 2, [.. Enumerable.Range(0, 140).Select(i => i / 14 is 3 or 7 ? 100.0 - i % 7 * 10 : 10.0 + i % 7 * (i % 2) * 20)]);
        var forecast = Shop.Next(Series.Of(Shop.First, 2, [.. Enumerable.Range(0, 112).Select(i => i % 14 * 10.0)]));
        Assert.Equal(0, forecast.NaiveWape);
        Assert.Equal((ForecastMethod.SeasonalNaive, true), (forecast.Method, forecast.Doubts.Contains(ForecastDoubt.NaiveIsBetter)));
        Assert.All(forecast.Days[0].Slots, (slot, at) => Assert.Equal(at * 10.0, slot.Mean));
        Assert.NotEmpty(Shop.Next(series).Days);
    }

    [Fact]
    public void What_comes_only_now_and_then_is_told_to_be_rare()
    {
        var forecast = Shop.Next(Series.Of(Shop.First, 48, [.. Enumerable.Range(0, 60 * 48).Select(i => i % 37 == 0 ? 1.0 : 0)]));
        Assert.Contains(ForecastDoubt.MostlyZero, forecast.Doubts);
        Assert.InRange(forecast.Days.Average(day => day.Mean), 0.5, 2.5);
    }

    [Fact]
    public void An_outage_of_a_day_does_not_empty_the_next()
    {
        var forecast = Shop.Next(Shop.Days(60, 1, date => date == Shop.First.PlusDays(59) ? 0 : 1), 2);
        var expected = Enumerable.Range(0, 48).Sum(slot => Shop.Expected(forecast.Days[0].Date, slot));
        Assert.InRange(forecast.Days[0].Mean, 0.4 * expected, 1.1 * expected);
    }

    [Fact]
    public void The_day_so_far_scales_the_rest()
    {
        var day = Shop.Next(Shop.Days(70), 1).Days[0];
        double[] observed = [.. day.Slots.Take(24).Select(slot => 2 * slot.Mean)];
        var updated = IntradayUpdate.Of(day, observed, 1);
        Assert.Equal(observed, updated.Slots.Take(24).Select(slot => slot.Mean));
        Assert.Equal(1.5 * day.Slots[30].Mean, updated.Slots[30].Mean, 1e-9);
        Assert.Equal(day.Slots, IntradayUpdate.Of(day, []).Slots);
        Assert.Equal(day.Slots, IntradayUpdate.Of(day, [0, 0, double.NaN]).Slots.Select((slot, at) => at < 2 ? day.Slots[at] : slot));
        Assert.Throws<ArgumentOutOfRangeException>(() => IntradayUpdate.Of(day, [], -1));
    }

    [Fact]
    public void A_range_holds_what_it_promises_where_counts_are_only_chance()
    {
        var result = Backtest.Of(Shop.Days(200), 60, [1]);
        Assert.InRange(result.Rows.Single(row => row.Method == ForecastMethod.Combined).WithinRange, 0.75, 0.97);
        Assert.Throws<ArgumentOutOfRangeException>(() => Backtest.Of(Shop.Days(60), 40, [1]));
    }
}
