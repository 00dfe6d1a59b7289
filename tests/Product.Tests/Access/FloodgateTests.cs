using Kanal.Centre.Access;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Access;

public sealed class FloodgateTests
{
    [Fact]
    public void A_clock_that_was_ahead_and_is_set_right_keeps_nobody_out()
    {
        var clock = new TestClock();
        var gate = new Floodgate<string>(perSecond: 20, burst: 100, clock);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(gate.Refuses("visitor"));
        clock.Advance(TimeSpan.FromHours(-1));
        Assert.Null(gate.Refuses("visitor"));
        Assert.Equal(99, Enumerable.Range(0, 200).TakeWhile(_ => gate.Refuses("visitor") is null).Count());
    }
}
