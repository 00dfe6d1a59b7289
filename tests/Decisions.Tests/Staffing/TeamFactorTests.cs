using Kanal.Decisions.Staffing;

namespace Kanal.Decisions.Tests.Staffing;

public sealed class TeamFactorTests
{
    static readonly CallWorkload _work = new(200, 180, 240);

    [Fact]
    public void The_team_of_a_bank_is_worth_a_little_less_than_it_counts()
    {
        var fit = TeamFactor.Fit(BankCalls.Intervals());
        TestContext.Current.TestOutputHelper?.WriteLine($"{fit}");
        Assert.Equal(TeamFactorVerdict.Fitted, fit.Verdict);
        Assert.InRange(fit.Factor, 0.85, 0.92);
        Assert.Equal(fit.Observed, fit.Predicted, 1e-3);
        Assert.True(fit.PredictedAtOne < fit.Observed - 0.02);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(0.9)]
    [InlineData(1.1)]
    public void A_factor_that_was_there_is_found_again(double factor)
    {
        var intervals = Enumerable.Range(9, 8).Select(agents => new StaffedInterval(_work, agents, 1000, 1000 * _work.With(factor * agents, 20).Abandonment)).ToList();
        var fit = TeamFactor.Fit(intervals);
        Assert.Equal(factor, fit.Factor, 2e-4);
        Assert.Equal(fit.Observed, fit.Predicted, 1e-4);
    }

    [Fact]
    public void Where_nothing_can_be_said_the_factor_is_one_and_why_is_told()
    {
        Assert.Equal((1, TeamFactorVerdict.TooLittle), Fit([]));
        Assert.Equal((1, TeamFactorVerdict.TooLittle), Fit([new(_work, 10, 100, 5)]));
        Assert.Equal((1, TeamFactorVerdict.NobodyLeft), Fit([new(_work, 10, 100, 0)]));
        Assert.Equal((1, TeamFactorVerdict.BeyondReach), Fit([new(_work, 40, 100, 60)]));
        Assert.Equal((1, TeamFactorVerdict.BeyondReach), Fit([new(_work with { PatienceSeconds = double.PositiveInfinity }, 12, 100, 60)]));

        static (double, TeamFactorVerdict) Fit(StaffedInterval[] intervals) => TeamFactor.Fit(intervals) is var fit ? (fit.Factor, fit.Verdict) : default;
    }

    [Fact]
    public void Four_weeks_of_chats_are_done_while_somebody_waits_for_a_screen()
    {
        double[] levels = [480, 624, 768];
        var intervals = Enumerable.Range(0, 28 * 20).Select(i => new StaffedInterval(new ChatWorkload(10 + i % 50, levels, 120), 2 + i % 4, 5 + i % 25, i % 3)).ToList();
        Assert.NotEqual(double.NaN, TeamFactor.Fit(intervals).Predicted);
    }
}
