using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

public sealed class CallbackTests
{
    readonly Floor _floor = new(new RoutingRules());

    [Fact]
    public void Before_its_time_a_callback_sleeps_and_stands_in_nobodys_way()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Available(new AgentProfile(2));
        Callback(100, 60, 120);
        _floor.Queued(101);
        Assert.Null(_floor.State.PositionOf(100));
        Assert.Equal(1, _floor.State.PositionOf(101));
        _floor.Pass(59);
        Assert.Null(_floor.RingsAt(100));
    }

    [Fact]
    public void Between_it_is_made_when_more_are_free_than_the_reserve()
    {
        _floor.Available(new AgentProfile(1));
        Callback(100, 60, 600);
        _floor.Pass(60);
        Assert.Null(_floor.RingsAt(100));
        _floor.Available(new AgentProfile(2));
        Assert.Equal(1, _floor.RingsAt(100));
    }

    [Fact]
    public void When_its_time_has_come_it_stands_before_the_line()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "call", 10);
        _floor.Queued(101, channel: "call", since: _floor.Now - Duration.FromHours(1));
        Callback(100, 60, 120);
        _floor.Pass(120);
        _floor.Happens(new ConversationEnded(10));
        Assert.Equal(1, _floor.RingsAt(100));
    }

    [Fact]
    public void One_that_keeps_its_place_waits_in_line_like_all()
    {
        _floor.Queued(100, channel: "callback");
        _floor.Pass(1);
        _floor.Queued(101, channel: "callback");
        _floor.Available(new AgentProfile(1));
        Assert.Equal(1, _floor.RingsAt(100));
    }

    [Fact]
    public void Who_gave_a_sleeping_callback_back_is_asked_again_when_its_time_has_come()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Happens(new ConversationQueued(100, 1, "callback", 1, _floor.Now) { NotAgent = 1, Callback = new(_floor.Now + Duration.FromSeconds(60), _floor.Now + Duration.FromSeconds(60)) });
        _floor.Pass(70);
        Assert.Equal(1, _floor.RingsAt(100));
    }

    void Callback(long conversation, int notBefore, int due) => _floor.Happens(new ConversationQueued(conversation, 1, "callback", 1, _floor.Now)
    {
        Callback = new(_floor.Now + Duration.FromSeconds(notBefore), _floor.Now + Duration.FromSeconds(due)),
    });
}
