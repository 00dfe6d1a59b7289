using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

public sealed class OfferTests
{
    readonly Floor _floor = new();

    [Fact]
    public void A_declined_offer_goes_to_the_next_agent_at_once()
    {
        _floor.Available(1);
        _floor.Available(2);
        _floor.Queued(100);
        Assert.Equal(1, _floor.RingsAt(100));
        _floor.Declines(100);
        Assert.Equal(2, _floor.RingsAt(100));
    }

    [Fact]
    public void A_missed_offer_goes_to_the_next_agent_after_twenty_seconds()
    {
        _floor.Available(1);
        _floor.Available(2);
        _floor.Queued(100);
        _floor.Pass(19);
        Assert.Equal(1, _floor.RingsAt(100));
        _floor.Pass(1);
        Assert.Equal(2, _floor.RingsAt(100));
        Assert.Single(_floor.Said.OfType<MissOffer>());
    }

    [Fact]
    public void The_second_missed_offer_in_a_row_sets_the_agent_to_away()
    {
        _floor.Available(1);
        _floor.Queued(100);
        _floor.Pass(20);
        Assert.Equal(1, _floor.RingsAt(100));
        Assert.Empty(_floor.Said.OfType<SetPresence>());
        _floor.Pass(20);
        Assert.Equal([new SetPresence(1, Presence.Away)], _floor.Said.OfType<SetPresence>());
        Assert.Null(_floor.RingsAt(100));
        Assert.Equal(1, _floor.State.PositionOf(100));
    }

    [Fact]
    public void An_answer_in_between_forgives_a_missed_offer()
    {
        _floor.Available(1);
        _floor.Queued(100);
        _floor.Pass(20);
        _floor.Accepts(100);
        _floor.Happens(new ConversationEnded(100));
        _floor.Queued(101);
        _floor.Pass(20);
        Assert.Empty(_floor.Said.OfType<SetPresence>());
    }

    [Fact]
    public void It_does_not_spin_when_everyone_declines_and_never_stalls()
    {
        foreach (var agent in Enumerable.Range(1, 3))
        {
            _floor.Available(agent);
        }

        _floor.Queued(100);
        foreach (var round in Enumerable.Range(1, 20))
        {
            _floor.Declines(100);
            _floor.Declines(100);
            _floor.Declines(100);
            Assert.Null(_floor.RingsAt(100));
            Assert.Single(_floor.Timers, timer => timer.Event is PauseEnded);
            _floor.Pass(9);
            Assert.Null(_floor.RingsAt(100));
            _floor.Pass(1);
            Assert.Equal(3 * round + 1, _floor.Said.OfType<MakeOffer>().Count());
        }
    }

    [Fact]
    public void An_agent_is_asked_one_thing_at_a_time()
    {
        _floor.Available(1, 3);
        _floor.Queued(100);
        _floor.Queued(101);
        Assert.Null(_floor.RingsAt(101));
        _floor.Accepts(100);
        Assert.Equal(1, _floor.RingsAt(101));
    }

    [Fact]
    public void An_agent_who_has_not_declined_is_asked_during_the_pause()
    {
        _floor.Available(1);
        _floor.Queued(100);
        _floor.Declines(100);
        _floor.Available(2);
        Assert.Equal(2, _floor.RingsAt(100));
        _floor.Pass(15);
        Assert.Equal(2, _floor.RingsAt(100));
    }

    [Fact]
    public void A_pause_runs_out_though_others_come_and_go()
    {
        _floor.Available(1);
        _floor.Queued(100);
        _floor.Declines(100);
        _floor.Queued(99, since: _floor.Now - Duration.FromMinutes(1));
        _floor.Accepts(99);
        _floor.Pass(8);
        _floor.Happens(new ConversationEnded(99));
        Assert.Null(_floor.RingsAt(100));
        _floor.Pass(2);
        Assert.Equal(1, _floor.RingsAt(100));
    }

    [Fact]
    public void Who_declined_one_conversation_is_offered_the_next()
    {
        _floor.Available(1);
        _floor.Queued(100);
        _floor.Queued(101);
        _floor.Declines(100);
        Assert.Equal(1, _floor.RingsAt(101));
    }

    [Theory]
    [InlineData(Presence.Away)]
    [InlineData(Presence.Offline)]
    [InlineData(Presence.OnBreak)]
    [InlineData(Presence.InWrapUp)]
    public void When_an_agent_leaves_the_offer_moves_on_and_what_is_held_stays(Presence presence)
    {
        _floor.Available(1, 2);
        _floor.Queued(100);
        _floor.Accepts(100);
        _floor.Queued(101);
        _floor.Is(2, Presence.Away);
        _floor.Happens(new AgentPresenceChanged(1, presence));
        Assert.Single(_floor.Said.OfType<WithdrawOffer>());
        Assert.Equal(1, _floor.State.AgentOf(100));
        _floor.Available(2);
        Assert.Equal(2, _floor.RingsAt(101));
    }

    [Fact]
    public void A_removed_agent_holds_what_is_held_until_it_is_queued_again()
    {
        _floor.Available(1, 2);
        _floor.Queued(100);
        _floor.Accepts(100);
        _floor.Queued(101);
        _floor.Happens(new AgentRemoved(1));
        Assert.Equal(1, _floor.State.AgentOf(100));
        Assert.Null(_floor.RingsAt(101));
        _floor.Queued(100);
        Assert.Null(_floor.State.AgentOf(100));
        Assert.Equal(2, _floor.State.WaitingCount);
    }

    [Fact]
    public void Taking_from_the_queue_by_hand_withdraws_the_offer_to_another()
    {
        _floor.Available(1);
        _floor.Is(2, Presence.OnBreak);
        _floor.Queued(100);
        var offer = _floor.OfferOf(100);
        Assert.Equal([new WithdrawOffer(offer)], _floor.Happens(new ConversationTaken(100, 2)));
        Assert.Equal(2, _floor.State.AgentOf(100));
        Assert.Equal(0, _floor.LoadOf(1));
    }

    [Fact]
    public void Taken_by_the_agent_it_rings_at_is_an_acceptance()
    {
        _floor.Available(1);
        _floor.Queued(100);
        Assert.Empty(_floor.Happens(new ConversationTaken(100, 1)));
        Assert.Equal(1, _floor.LoadOf(1));
    }

    [Fact]
    public void A_visitor_who_leaves_silences_the_offer_and_the_next_one_rings()
    {
        _floor.Available(1);
        _floor.Queued(100);
        _floor.Queued(101);
        _floor.Happens(new ConversationWithdrawn(100));
        Assert.Single(_floor.Said.OfType<WithdrawOffer>());
        Assert.Equal(1, _floor.RingsAt(101));
        Assert.Equal(1, _floor.State.WaitingCount);
    }
}
