using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

public sealed class FairnessTests
{
    readonly Floor _floor = new(new RoutingRules
    {
        Channels = [new("call") { Weight = 100, Maximum = 1 }, new("chat") { Target = Duration.FromMinutes(2) }, new("email") { Weight = 20, Maximum = 5, Interruptible = true, Target = Duration.FromHours(4) }],
        Queues = [new QueueRules(1), new QueueRules(9) { Value = 9 }],
    });

    [Fact]
    public void Light_work_without_end_never_starves_heavy_work()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "chat", 10, 11, 12);
        _floor.Queued(100, channel: "call");
        var next = 200;
        foreach (var chat in new[] { 10, 11, 12 })
        {
            _floor.Pass(30);
            _floor.Queued(next++);
            _floor.Happens(new ConversationEnded(chat));
        }

        Assert.Equal(1, _floor.RingsAt(100));
        Assert.Equal(ChosenFor.KeptFree, _floor.Said.OfType<MakeOffer>().Last().Why.Chosen);
        _floor.Accepts(100);
        _floor.Happens(new ConversationEnded(100));
        Assert.Equal(1, _floor.RingsAt(200));
    }

    [Fact]
    public void One_agent_is_kept_free_the_one_with_the_least_to_finish_and_the_others_go_on()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Available(new AgentProfile(2));
        _floor.Holds(1, "chat", 10, 11);
        _floor.Holds(2, "chat", 12);
        _floor.Queued(100, channel: "call");
        _floor.Pass(20);
        Assert.Equal(100, _floor.State.LoadOf(2)?.KeptFreeFor);
        Assert.Null(_floor.State.LoadOf(1)?.KeptFreeFor);
        _floor.Queued(200);
        Assert.Equal(1, _floor.RingsAt(200));
        Assert.Contains(new Passed(2, PassedFor.Reserved), _floor.Said.OfType<MakeOffer>().Last().Why.Explain());
    }

    [Fact]
    public void An_agent_is_kept_free_no_longer_when_the_one_it_was_for_leaves()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "chat", 10);
        _floor.Queued(100, channel: "call");
        _floor.Pass(20);
        _floor.Queued(200);
        Assert.Null(_floor.RingsAt(200));
        _floor.Happens(new ConversationWithdrawn(100));
        Assert.Equal(1, _floor.RingsAt(200));
    }

    [Fact]
    public void When_the_agent_kept_free_leaves_another_is()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Available(new AgentProfile(2));
        _floor.Holds(1, "chat", 10);
        _floor.Holds(2, "chat", 11, 12);
        _floor.Queued(100, channel: "call");
        _floor.Pass(20);
        _floor.Happens(new AgentPresenceChanged(1, Presence.OnBreak));
        Assert.Equal(100, _floor.State.LoadOf(2)?.KeptFreeFor);
    }

    [Fact]
    public void What_is_worth_little_is_served_in_the_end_though_more_valuable_work_keeps_coming()
    {
        _floor.Available(new AgentProfile(1) { Channels = new Dictionary<string, ChannelAllowance> { ["chat"] = new(null, 1) } });
        _floor.Queued(1, queue: 9);
        _floor.Accepts(1);
        _floor.Queued(100);
        for (var valuable = 2; valuable < 100 && _floor.RingsAt(100) is null; valuable++)
        {
            _floor.Pass(10);
            _floor.Queued(valuable, queue: 9);
            _floor.Happens(new ConversationEnded(valuable - 1));
            if (_floor.RingsAt(100) is null)
            {
                _floor.Accepts(valuable);
            }
        }

        Assert.Equal(1, _floor.RingsAt(100));
        Assert.InRange(_floor.Now - Instant.FromUtc(2026, 3, 20, 9, 0), Duration.Zero, Duration.FromMinutes(3));
    }

    [Fact]
    public void Overdue_work_comes_first_whatever_its_channel()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "call", 10);
        _floor.Queued(100, channel: "email", since: _floor.Now - Duration.FromHours(5));
        _floor.Queued(101, channel: "chat", since: _floor.Now - Duration.FromSeconds(100));
        _floor.Happens(new ConversationEnded(10));
        Assert.Equal(1, _floor.RingsAt(100));
    }

    [Fact]
    public void Live_work_comes_before_interruptible_work()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Holds(1, "call", 10);
        _floor.Queued(100, channel: "email", since: _floor.Now - Duration.FromHours(3));
        _floor.Queued(101, channel: "chat");
        _floor.Happens(new ConversationEnded(10));
        Assert.Equal(1, _floor.RingsAt(101));
    }

    [Fact]
    public void Of_two_who_click_at_once_the_first_has_it_and_the_other_changes_nothing()
    {
        _floor.Available(new AgentProfile(1));
        _floor.Queued(100);
        _floor.Happens(new ConversationTaken(100, 2));
        var load = _floor.LoadOf(1);
        Assert.Empty(_floor.Happens(new OfferAccepted(_floor.Said.OfType<MakeOffer>().Single().Offer)));
        Assert.Equal((2L, 0, 0), (_floor.State.AgentOf(100), load, _floor.LoadOf(1)));
    }
}
