using Kanal.Decisions.Experiments;

namespace Kanal.Decisions.Tests.Experiments;

public sealed class ExperimentReadingTests
{
    static readonly ExperimentPlan Plan = new(0.003, 0.1) { ExpectedNet = 1 };

    [Fact]
    public void Without_conversions_or_without_visitors_there_is_no_evidence_and_no_number()
    {
        foreach (var (treated, holdout) in new[] { (Totals(1000, 0), Totals(111, 0)), (Totals(0, 0), Totals(0, 0)), (Totals(90, 3), Totals(0, 0)) })
        {
            var reading = ExperimentReading.Of(Plan, treated, holdout, 100);
            Assert.Equal(Verdict.NoEvidence, reading.Verdict is Verdict.ShareMismatch ? Verdict.NoEvidence : reading.Verdict);
            Assert.Null(reading.AlwaysValid.P);
            Assert.Null(reading.Orders.Z);
            Assert.DoesNotContain("NaN", $"{reading}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Too_little_is_said_in_weeks()
    {
        var reading = ExperimentReading.Of(Plan, Totals(36_000, 1_120), Totals(4_000, 100), 2_000);
        Assert.Equal(Verdict.TooEarly, reading.Verdict);
        Assert.InRange(reading.WeeksToGo!.Value, 10, 60);
        Assert.Null(ExperimentReading.Of(Plan, Totals(36_000, 1_120), Totals(4_000, 100)).WeeksToGo);
    }

    [Fact]
    public void Weeks_to_go_are_at_least_one_and_fewer_with_more_visitors()
    {
        Assert.Equal(1, ExperimentReading.Of(Plan, Totals(36_000, 1_120), Totals(4_000, 110), 1e9).WeeksToGo);
        Assert.True(ExperimentReading.WeeksFrom(Plan, new(100, 3600), new(10, 400), 500) > ExperimentReading.WeeksFrom(Plan, new(100, 3600), new(10, 400), 5_000));
    }

    [Fact]
    public void After_the_weeks_it_said_the_interval_excludes_zero_if_the_effect_is_there()
    {
        var needed = SampleSize.Sequential(0.03, 0.003, 0.1)!.Value;
        var (held, treated) = ((long)(needed * 0.1), (long)(needed * 0.9));
        var valid = AlwaysValid.Of(new((long)(treated * 0.033), treated), new((long)(held * 0.03), held), 0.003);
        Assert.True(valid.Low > 0);
        Assert.True(valid.P < 0.05);
    }

    [Fact]
    public void A_clear_effect_has_a_verdict_and_a_small_p_stays_small()
    {
        Assert.Equal(Verdict.Better, ExperimentReading.Of(Plan, Totals(900_000, 33_000), Totals(100_000, 3_000)).Verdict);
        Assert.Equal(Verdict.Worse, ExperimentReading.Of(Plan, Totals(900_000, 27_000), Totals(100_000, 3_300)).Verdict);
        var later = ExperimentReading.Of(Plan, Totals(900_000, 27_500), Totals(100_000, 3_000), smallestP: 0.01);
        Assert.Equal(0.01, later.AlwaysValid.P);
    }

    [Fact]
    public void Arms_that_did_not_get_their_shares_stop_it()
    {
        var reading = ExperimentReading.Of(Plan, Totals(36_350, 1_120), Totals(3_650, 100), 1_000);
        Assert.Equal(Verdict.ShareMismatch, reading.Verdict);
        Assert.Null(reading.WeeksToGo);
        Assert.Equal(double.PositiveInfinity, ShareMismatch.Of([5, 1], [1, 0]).ChiSquare);
        Assert.Null(ShareMismatch.Of([0, 0], [1, 1]).P);
    }

    [Fact]
    public void Earnings_have_an_interval_where_their_squares_were_kept()
    {
        var treated = Totals(9_000, 300) with { Net = 18_000, NetSquares = 900_000 };
        var holdout = Totals(1_000, 30) with { Net = 1_000, NetSquares = 90_000 };
        var reading = ExperimentReading.Of(Plan, treated, holdout);
        Assert.Equal(1, reading.NetEach);
        Assert.True(reading.Net.Low < 1 && reading.Net.High > 1);
        Assert.Null(ExperimentReading.Of(Plan, treated with { NetSquares = null }, holdout).Net.Low);
    }

    [Fact]
    public void What_was_the_same_for_everybody_before_sharpens_nothing()
    {
        var cuped = Cuped.Of([(1, 5), (2, 5)], [(0, 5), (1, 5)]);
        Assert.Equal(0, cuped.Theta);
        Assert.Equal(cuped.Raw, cuped.Adjusted);
        Assert.Null(Cuped.Of([], [(1, 1)]).Raw);
    }

    [Fact]
    public void A_hash_gives_each_arm_its_share_and_each_salt_another_draw()
    {
        string[] visitors = [.. Enumerable.Range(0, 100_000).Select(i => $"v{i}")];
        var counts = new double[3];
        var both = 0;
        foreach (var visitor in visitors)
        {
            counts[ArmChoice.Of(visitor, "spring", [0.1, 0.45, 0.45])]++;
            both += ArmChoice.Place(visitor, "spring") < 0.1 && ArmChoice.Place(visitor, "summer") < 0.1 ? 1 : 0;
            Assert.Equal(ArmChoice.Of(visitor, "spring", [0.1, 0.9]), ArmChoice.Of(visitor, "spring", [0.1, 0.9]));
        }

        Assert.False(ShareMismatch.Of(counts, [0.1, 0.45, 0.45]).Stops);
        Assert.False(ShareMismatch.Of([both, visitors.Length - both], [0.01, 0.99]).Stops);
        Assert.Equal(0, ArmChoice.Of("anybody", "spring", [0, 0]));
    }

    static ArmTotals Totals(long visitors, long orders) => new(visitors, orders, orders * 100, 0, 0);
}
