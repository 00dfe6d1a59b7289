using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Tests.Waits;

public sealed class OutlookTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    static readonly WaitLine Sales = new(1, "chat");
    static readonly WaitLine Service = new(2, "chat");
    static readonly LineRates OneInAMinute = new([1 / 60.0], 0);

    [Fact]
    public void Behind_three_others_one_agent_takes_four_turns()
    {
        var outlook = On([Agent(1, null)], [.. Enumerable.Range(1, 4).Select(i => Waiting(i, Sales))]);
        Assert.Equal(3, outlook.AheadOf(4));
        Assert.Equal(240, outlook.Of(4, Now, null)!.Mean, 1e-6);
        Assert.Equal(300, outlook.ForNext(Sales, Now, null).Mean, 1e-6);
    }

    [Fact]
    public void Two_agents_halve_it()
    {
        var outlook = On([Agent(1, null), Agent(2, null)], [.. Enumerable.Range(1, 4).Select(i => Waiting(i, Sales))]);
        Assert.Equal(120, outlook.Of(4, Now, null)!.Mean, 1e-6);
    }

    [Fact]
    public void Of_those_who_want_something_else_only_the_share_counts_that_our_agents_serve()
    {
        // Agent 1 serves both, agent 2 only sales: half of those waiting for sales will be agent 1's.
        var outlook = On([Agent(1, null), Agent(2, [1])], [Waiting(1, Sales), Waiting(2, Sales), Waiting(3, Service)]);
        Assert.Equal(1, outlook.AheadOf(3)!.Value, 1e-9);
        // And of one waiting for service all are, who serve sales too.
        Assert.Equal(3, outlook.AheadOfNext(Sales), 1e-9);
    }

    [Fact]
    public void Somebody_free_is_now_unless_others_are_before_me()
    {
        var free = new FloorAgent(1, null, [new FloorDesk("chat", 1, 1)]);
        Assert.Equal(WaitEstimate.Now, On([free], []).ForNext(Sales, Now, null));
        Assert.Equal(WaitKind.Expected, On([free], [Waiting(1, Sales)]).ForNext(Sales, Now, null).Kind);
    }

    [Fact]
    public void Whoever_is_being_rung_for_waits_no_longer_and_is_in_nobodys_way()
    {
        var outlook = On([Agent(1, null)], [Waiting(1, Sales) with { Ringing = true }, Waiting(2, Sales)]);
        Assert.Equal(WaitEstimate.Now, outlook.Of(1, Now, null));
        Assert.Equal(0, outlook.AheadOf(2));
    }

    [Fact]
    public void A_line_that_nobody_serves_is_unknown_and_one_that_nobody_knows_too()
    {
        var outlook = On([Agent(1, [1])], [Waiting(1, Service)]);
        Assert.Equal(WaitKind.Unknown, outlook.Of(1, Now, null)!.Kind);
        Assert.Equal(WaitKind.Unknown, outlook.ForNext(new WaitLine(9, "chat"), Now, null).Kind);
        Assert.Null(outlook.Of(99, Now, null));
    }

    static Outlook On(IReadOnlyList<FloorAgent> agents, IReadOnlyList<FloorWaiting> waiting) =>
        new(new Floor(agents, waiting), new Dictionary<WaitLine, LineRates> { [Sales] = OneInAMinute, [Service] = OneInAMinute });

    static FloorAgent Agent(long id, long[]? queues) => new(id, queues?.ToHashSet(), [new FloorDesk("chat", 1, 0)]);

    static FloorWaiting Waiting(long id, WaitLine line) => new(id, line, Now, false);
}
