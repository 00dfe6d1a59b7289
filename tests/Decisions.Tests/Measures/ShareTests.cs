using Kanal.Decisions.Measures;

namespace Kanal.Decisions.Tests.Measures;

public sealed class ShareTests
{
    // Checked against the formula by hand and against published tables (Newcombe 1998: 81 of 263 is 0.2553 at least, 15 of 148 is 0.0624, 0 of 20 is 0).
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 20, 0)]
    [InlineData(1, 1, 0.2065)]
    [InlineData(15, 148, 0.0624)]
    [InlineData(81, 263, 0.2553)]
    [InlineData(80, 100, 0.7112)]
    public void The_least_that_a_share_may_be_is_known(long of, long all, double least) => Assert.Equal(least, Share.AtLeast(of, all), 4);

    [Fact]
    public void More_of_the_same_share_is_surer() => Assert.True(Share.AtLeast(1, 1) < Share.AtLeast(10, 20) && Share.AtLeast(2, 4) < Share.AtLeast(20, 40));
}
