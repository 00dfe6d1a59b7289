using Kanal.Decisions.Routing;

namespace Kanal.Decisions.Tests.Routing;

public sealed class InHandTests
{
    readonly Floor _floor = new(new RoutingRules());

    [Fact]
    public void Emails_never_stand_in_the_way_of_a_chat_but_chats_of_an_email()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "email", 10, 11, 12, 13, 14);
        _floor.Queued(100);
        Assert.Equal(1, _floor.RingsAt(100));
        _floor.Accepts(100);
        _floor.Holds(1, "chat", 101, 102);
        _floor.Happens(new ConversationEnded(10));
        _floor.Queued(200, channel: "email");
        Assert.Null(_floor.RingsAt(200));
    }

    [Fact]
    public void What_waits_for_its_customer_gives_its_units_back_and_wakes_at_the_same_agent()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "chat", 10, 11, 12);
        _floor.Happens(new AgentReplied(10));
        _floor.Pass(200);
        _floor.Happens(new AgentReplied(10));
        _floor.Pass(299);
        Assert.Empty(_floor.Said.OfType<Rest>());
        _floor.Pass(1);
        Assert.Equal([new Rest(10, 1)], _floor.Said.OfType<Rest>());
        Assert.Equal((2, 1), (_floor.LoadOf(1), _floor.State.LoadOf(1)?.Resting));
        _floor.Happens(new CustomerWrote(10));
        Assert.Equal([new Wake(10, 1)], _floor.Said.OfType<Wake>());
        Assert.Equal((3, 0), (_floor.LoadOf(1), _floor.State.LoadOf(1)?.Resting));
    }

    [Fact]
    public void A_customer_who_comes_back_to_a_full_agent_waits_from_that_moment_and_that_agent_is_preferred()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "chat", 10, 11, 12);
        _floor.Happens(new AgentReplied(10));
        _floor.Pass(300);
        _floor.Holds(1, "chat", 13);
        _floor.Pass(60);
        Assert.Equal([new Requeue(10, _floor.Now, 1)], _floor.Happens(new CustomerWrote(10)).OfType<Requeue>());
        Assert.Equal(1, _floor.State.PositionOf(10));
        _floor.Available(new AgentProfile(2) { Channels = new Dictionary<string, ChannelAllowance> { ["chat"] = new(null, 0) } });
        _floor.Happens(new ConversationEnded(11));
        Assert.Equal(ChosenFor.Preferred, _floor.Said.OfType<MakeOffer>().Single().Why.Chosen);
    }

    [Theory]
    [InlineData(Presence.Offline, true)]
    [InlineData(Presence.Away, true)]
    [InlineData(Presence.OnBreak, false)]
    [InlineData(Presence.InWrapUp, false)]
    public void Who_writes_to_somebody_who_has_gone_home_goes_to_somebody_who_is_there(Presence presence, bool moves)
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "chat", 10);
        _floor.Happens(new AgentReplied(10));
        _floor.Pass(5);
        _floor.Happens(new AgentPresenceChanged(1, presence));
        _floor.Available(new AgentProfile(2));
        _floor.Happens(new CustomerWrote(10));
        Assert.Equal(moves ? 2 : null, _floor.RingsAt(10));
    }

    [Fact]
    public void An_agent_who_works_though_signed_off_keeps_their_conversation()
    {
        _floor.Happens(new AgentChanged(new AgentProfile(1)));
        _floor.Available(new AgentProfile(2));
        _floor.Pass(5);
        _floor.Holds(1, "chat", 10);
        _floor.Happens(new AgentReplied(10));
        _floor.Happens(new CustomerWrote(10));
        Assert.Equal(1, _floor.State.AgentOf(10));
    }

    [Fact]
    public void Wrapping_up_keeps_its_units_however_long_it_takes()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "chat", 10);
        _floor.Happens(new AgentReplied(10));
        _floor.Happens(new WrapUpStarted(10));
        _floor.Pass(3600);
        Assert.Empty(_floor.Said.OfType<Rest>());
        Assert.Equal(1, _floor.LoadOf(1));
    }
}
