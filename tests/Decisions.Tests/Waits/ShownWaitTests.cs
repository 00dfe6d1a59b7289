using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Tests.Waits;

public sealed class ShownWaitTests
{
    [Theory]
    [InlineData(20, 59, 1, 1, 2)]
    [InlineData(20, 61, 2, 1, 3)]
    [InlineData(130, 300, 5, 2, 10)]
    [InlineData(320, 500, 10, 5, 15)]
    [InlineData(500, 1700, 30, 5, 30)]
    public void Trusted_is_a_minute_rounded_up_and_untrusted_a_range(double early, double late, int point, int low, int high)
    {
        var wait = new WaitEstimate(WaitKind.Expected, late, 1, early, late);
        Assert.Equal(new ShownWait(WaitKind.Expected, null, point * 60, point * 60), ShownWait.Of(wait, trusted: true));
        Assert.Equal(new ShownWait(WaitKind.Expected, low * 60, high * 60, point * 60), ShownWait.Of(wait, trusted: false));
    }

    [Fact]
    public void Beyond_half_an_hour_nothing_is_promised()
    {
        var shown = ShownWait.Of(new WaitEstimate(WaitKind.Expected, 2000, 1, 1500, 2400), trusted: true);
        Assert.Equal((1800, null), (shown.Low, shown.High));
        Assert.False(shown.Promises);
    }

    [Fact]
    public void Trust_takes_fifty_outcomes_and_seven_of_ten_kept()
    {
        Assert.False(new Trust(49, 49).Earned);
        Assert.True(new Trust(50, 35).Earned);
        Assert.False(new Trust(200, 139).Earned);
        Assert.Null(default(Trust).HitRate);
    }
}
