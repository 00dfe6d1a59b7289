using Kanal.Decisions.Routing;

namespace Kanal.Decisions.Tests.Routing;

public sealed class AskingTests
{
    readonly Floor _floor = new();

    [Fact]
    public void Who_stands_before_and_who_may_take_it_is_told()
    {
        _floor.Available(1, 0);
        _floor.Is(2, Presence.OnBreak, 3);
        _floor.Available(3, 3);
        _floor.Takes(3, 10, 11, 12);
        _floor.Queued(100);
        _floor.Pass(1);
        _floor.Queued(101);
        Assert.Equal((0.0, 1.0), (_floor.State.Ask(100, _floor.Now)?.Ahead, _floor.State.Ask(101, _floor.Now)?.Ahead));
        Assert.Equal(2, _floor.State.Ask(new Matter(1, "chat", 1), _floor.Now).Ahead);
        Assert.Equal([3L], _floor.State.Ask(101, _floor.Now)?.Agents);
        Assert.Equal(0, _floor.State.Ask(101, _floor.Now)?.Free);
        Assert.Null(_floor.State.Ask(900, _floor.Now));
    }

    [Fact]
    public void What_competes_for_some_of_its_agents_counts_in_part()
    {
        _floor.Available(new AgentProfile(1) { Queues = new HashSet<long> { 1 } });
        _floor.Available(new AgentProfile(2) { Queues = new HashSet<long> { 1, 2 } });
        _floor.Takes(1, 10, 11, 12);
        _floor.Takes(2, 13, 14, 15);
        _floor.Queued(100, queue: 1);
        _floor.Pass(1);
        _floor.Queued(200, queue: 2);
        Assert.Equal(0.5, _floor.State.Ask(200, _floor.Now)?.Ahead);
    }
}
