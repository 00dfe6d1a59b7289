using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Tests.Waits;

public sealed class PredictedWaitTests
{
    const double AMinute = 1 / 60.0;

    static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    // Checked by hand: sums of 1/(D + i theta) and of their squares; quantiles of the Gamma by summing its density.
    [Theory]
    [InlineData(0, AMinute, 0, 60, 3600, 96.566)]
    [InlineData(3, AMinute, 0, 240, 14400, 330.90)]
    [InlineData(1, 2 * AMinute, 0, 60, 1800, 89.829)]
    [InlineData(2, AMinute, AMinute / 2, 130, 6100, 187.20)]
    [InlineData(0.5, AMinute, 0, 90, 5400, 139.25)]
    public void A_wait_is_the_sum_of_its_steps(double ahead, double rate, double patience, double mean, double variance, double late)
    {
        var wait = PredictedWait.After(ahead, [new StaffPeriod(Now, rate)], patience, Now);
        Assert.Equal(WaitKind.Expected, wait.Kind);
        Assert.Equal(mean, wait.Mean, 1e-6);
        Assert.Equal(variance, wait.Variance, 1e-6);
        Assert.Equal(late, wait.Quantile80, 0.02);
    }

    [Fact]
    public void A_break_is_waited_through()
    {
        // Two completions until the break; the 2.994 that four of five need are reached 59.66 s after it.
        StaffPeriod[] staff = [new(Now, AMinute), new(In(120), 0), new(In(720), AMinute)];
        Assert.Equal(779.66, PredictedWait.After(1, staff, 0, Now).Quantile80, 0.02);
        Assert.Equal(96.566, PredictedWait.After(0, staff, 0, Now).Quantile80, 0.001);
    }

    [Fact]
    public void More_agents_from_ten_on_shorten_a_long_wait_and_no_short_one()
    {
        StaffPeriod[] staff = [new(Now, AMinute), new(In(600), 3 * AMinute)];
        StaffPeriod[] even = [new(Now, AMinute)];
        Assert.Equal(PredictedWait.After(2, even, 0, Now), PredictedWait.After(2, staff, 0, Now));
        Assert.True(PredictedWait.After(20, staff, 0, Now).Quantile80 < PredictedWait.After(20, even, 0, Now).Quantile80);
    }

    [Theory]
    [InlineData(300, WaitKind.ClosedForToday)]
    [InlineData(400, WaitKind.Expected)]
    [InlineData(0, WaitKind.ClosedForToday)]
    [InlineData(-60, WaitKind.ClosedForToday)]
    public void What_cannot_be_promised_before_closing_is_closed_for_today(int closesIn, WaitKind kind) =>
        Assert.Equal(kind, PredictedWait.After(3, [new StaffPeriod(Now, AMinute)], 0, Now, In(closesIn)).Kind);

    [Fact]
    public void Nobody_there_is_unknown_until_closing_time()
    {
        Assert.Equal(WaitEstimate.Unknown, PredictedWait.After(0, [], 0.01, Now));
        Assert.Equal(WaitEstimate.Unknown, PredictedWait.After(4, [new StaffPeriod(Now, 0)], 0.01, Now));
        Assert.Equal(WaitEstimate.Unknown, PredictedWait.After(4, [new StaffPeriod(Now, 0)], 0.01, Now, In(3600)));
        Assert.Equal(WaitEstimate.ClosedForToday, PredictedWait.After(4, [new StaffPeriod(Now, 0)], 0.01, Now, Now));
    }

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(double.NaN, 1, 0)]
    [InlineData(1, double.PositiveInfinity, 0)]
    [InlineData(1, 1, double.NaN)]
    public void What_is_no_number_is_refused(double ahead, double rate, double patience) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PredictedWait.After(ahead, [new StaffPeriod(Now, rate)], patience, Now));

    static Instant In(double seconds) => Now + Duration.FromSeconds(seconds);
}
