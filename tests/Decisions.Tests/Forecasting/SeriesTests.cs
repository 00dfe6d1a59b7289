using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Decisions.Tests.Forecasting;

public sealed class SeriesTests
{
    static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    [Fact]
    public void An_hour_that_the_clock_skips_is_a_hole_and_one_that_comes_twice_is_the_mean_of_both()
    {
        // One comes each minute, all day; clocks change on 29 March and 25 October 2026.
        var spring = Series.Of(Minutes(new(2026, 3, 29)), _zone, 30, new(2026, 3, 29), new(2026, 3, 29));
        Assert.Equal([30, 30, double.NaN, double.NaN, 30], Enumerable.Range(2, 5).Select(slot => spring[0, slot]));
        Assert.Equal(46, spring.Known(0));
        var autumn = Series.Of(Minutes(new(2026, 10, 25)), _zone, 30, new(2026, 10, 25), new(2026, 10, 25));
        Assert.All(Enumerable.Range(0, 48), slot => Assert.Equal(30, autumn[0, slot]));
    }

    [Fact]
    public void Counts_go_where_their_local_time_is_and_slots_without_one_are_zero()
    {
        var series = Series.Of([new(Instant.FromUtc(2026, 1, 1, 23, 30), 4), new(Instant.FromUtc(2026, 1, 9, 0, 0), 7)], _zone, 30, new(2026, 1, 1), new(2026, 1, 2));
        Assert.Equal((2, 48, 30, new LocalDate(2026, 1, 2)), (series.Days, series.SlotsPerDay, series.MinutesPerSlot, series.Last));
        Assert.Equal(4, series[1, 1]);
        Assert.Equal((0, 4), (series.Total(0), series.Total(1)));
    }

    [Fact]
    public void A_last_day_that_is_not_over_ends_in_holes()
    {
        var series = Series.Of(new(2026, 1, 1), 4, [1, 2, 3, 4, 5]);
        Assert.Equal((2, 5, 1), (series.Days, series.Total(1), series.Known(1)));
        Assert.Equal(1, series.Until(new(2026, 1, 1)).Days);
        Assert.Equal(0, series.Until(new(2025, 1, 1)).Days);
        Assert.Equal(5, series.Since(new(2026, 1, 2))[0, 0]);
    }

    [Fact]
    public void What_cannot_be_counted_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Of(new(2026, 1, 1), 4, [1, -2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Of(new(2026, 1, 1), 4, [double.PositiveInfinity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Of(new(2026, 1, 1), 7, [1]));
    }

    static IEnumerable<SlotCount> Minutes(LocalDate day)
    {
        var (start, end) = (day.AtStartOfDayInZone(_zone).ToInstant(), day.PlusDays(1).AtStartOfDayInZone(_zone).ToInstant());
        for (var at = start; at < end; at += Duration.FromMinutes(1))
        {
            yield return new SlotCount(at, 1);
        }
    }
}
