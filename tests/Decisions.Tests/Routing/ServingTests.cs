using Kanal.Decisions.Routing;

namespace Kanal.Decisions.Tests.Routing;

public sealed class ServingTests
{
    readonly Floor _floor = new();

    [Fact]
    public void What_waits_is_served_in_order_when_any_agent_frees_up()
    {
        _floor.Queued(11);
        _floor.Pass(1);
        _floor.Queued(10);
        _floor.Pass(1);
        _floor.Queued(12);

        _floor.Available(1);
        Assert.Equal(1, _floor.RingsAt(11));
        _floor.Accepts(11);
        Assert.Null(_floor.RingsAt(10));
        _floor.Happens(new ConversationEnded(11));
        Assert.Equal(1, _floor.RingsAt(10));
        _floor.Available(2);
        Assert.Equal(2, _floor.RingsAt(12));
    }

    [Fact]
    public void The_limit_is_never_passed_when_ten_arrive_in_the_same_millisecond()
    {
        _floor.Available(1, 3);
        _floor.Available(2, 2);
        foreach (var conversation in Enumerable.Range(100, 10))
        {
            _floor.Queued(conversation);
        }

        while (_floor.State.Snapshot().Offers is [{ Offer: var next }, ..])
        {
            _floor.Happens(new OfferAccepted(next));
        }

        Assert.Equal(3, _floor.LoadOf(1));
        Assert.Equal(2, _floor.LoadOf(2));
        Assert.Equal(5, _floor.Said.OfType<MakeOffer>().Count());
        Assert.Equal(5, _floor.State.WaitingCount);
    }

    [Fact]
    public void An_agent_who_comes_back_gets_a_share_and_not_a_flood()
    {
        _floor.Is(1, Presence.OnBreak, 3);
        foreach (var conversation in Enumerable.Range(100, 5))
        {
            _floor.Queued(conversation);
        }

        Assert.Empty(_floor.Said.OfType<MakeOffer>());
        _floor.Available(1, 3);
        Assert.Equal([100L], _floor.Said.OfType<MakeOffer>().Select(it => it.Offer.Conversation));
        _floor.Accepts(100);
        _floor.Accepts(101);
        _floor.Accepts(102);
        Assert.Equal([100L, 101L, 102L], _floor.Said.OfType<MakeOffer>().Select(it => it.Offer.Conversation));
    }

    [Fact]
    public void The_least_loaded_agent_is_asked_then_the_longest_idle_then_the_lowest_id()
    {
        _floor.Available(3, 3);
        _floor.Pass(5);
        _floor.Available(2, 3);
        _floor.Available(1, 3);
        foreach (var conversation in Enumerable.Range(100, 4))
        {
            _floor.Queued(conversation);
            _floor.Accepts(conversation);
            _floor.Pass(1);
        }

        Assert.Equal([3L, 1L, 2L, 3L], _floor.Said.OfType<MakeOffer>().Select(it => it.Offer.Agent));
        var why = _floor.Said.OfType<MakeOffer>().Last().Why;
        Assert.Equal((ChosenFor.LongestIdle, 1, 3), (why.Chosen, why.Load, why.Maximum));
    }

    [Fact]
    public void The_preferred_agent_is_asked_first_when_there_is_room()
    {
        _floor.Available(1, 2);
        _floor.Pass(5);
        _floor.Available(2, 1);
        _floor.Queued(100, preferred: 2);
        Assert.Equal(2, _floor.RingsAt(100));
        _floor.Queued(101, preferred: 2);
        Assert.Equal(1, _floor.RingsAt(101));
    }

    [Fact]
    public void What_is_queued_again_keeps_its_start_of_waiting()
    {
        var start = _floor.Now;
        _floor.Available(1);
        _floor.Queued(100);
        _floor.Accepts(100);
        _floor.Pass(60);
        _floor.Queued(101);
        _floor.Queued(100, notAgent: 1, since: start);
        Assert.Equal(1, _floor.RingsAt(101));
        Assert.Equal(1, _floor.State.PositionOf(100));
        Assert.Equal(2, _floor.State.PositionOf(101));
        _floor.Available(2);
        Assert.Equal(2, _floor.RingsAt(100));
    }

    [Fact]
    public void The_one_who_gave_it_back_is_asked_again_when_there_is_nobody_else()
    {
        _floor.Available(1);
        _floor.Queued(100, notAgent: 1);
        Assert.Null(_floor.RingsAt(100));
        _floor.Pass(10);
        Assert.Equal(1, _floor.RingsAt(100));
    }

    [Fact]
    public void A_lowered_maximum_drops_nothing_and_nothing_more_comes_until_below_it()
    {
        _floor.Available(1, 3);
        _floor.Takes(1, 100, 101);
        _floor.Queued(102);
        _floor.Queued(103);
        _floor.Available(1, 1);
        Assert.Equal(3, _floor.LoadOf(1));
        Assert.Empty(_floor.Said.OfType<WithdrawOffer>());
        _floor.Happens(new ConversationEnded(100));
        _floor.Happens(new ConversationEnded(101));
        Assert.Null(_floor.RingsAt(103));
        _floor.Happens(new ConversationWithdrawn(102));
        Assert.Equal(1, _floor.RingsAt(103));
    }

    [Fact]
    public void A_transfer_may_exceed_the_maximum_and_frees_the_one_it_came_from()
    {
        _floor.Available(1);
        _floor.Queued(100);
        _floor.Accepts(100);
        _floor.Available(2);
        _floor.Queued(101);
        _floor.Accepts(101);
        _floor.Queued(102);
        Assert.Null(_floor.RingsAt(102));
        _floor.Happens(new ConversationTaken(101, 1));
        Assert.Equal(2, _floor.RingsAt(102));
        Assert.Equal(2, _floor.LoadOf(1));
    }

    [Fact]
    public void With_auto_accept_conversations_are_assigned_without_ringing_and_with_a_breather_between()
    {
        var floor = new Floor(new RoutingRules { Channels = [new ChannelRules("chat") { Weight = 1, AutoAccept = true }] });
        floor.Available(1, 2);
        floor.Queued(100);
        floor.Queued(101);
        floor.Queued(102);
        Assert.Equal([100L], floor.Said.OfType<AssignTo>().Select(it => it.Conversation));
        floor.Pass(5);
        Assert.Equal([100L, 101L], floor.Said.OfType<AssignTo>().Select(it => it.Conversation));
        floor.Pass(60);
        Assert.Equal(2, floor.State.AssignedCount);
        Assert.Equal(1, floor.State.PositionOf(102));
    }

    [Fact]
    public void Positions_are_counted_in_each_queue_and_close_up()
    {
        foreach (var conversation in Enumerable.Range(100, 6))
        {
            _floor.Queued(conversation, queue: conversation % 2);
        }

        Assert.Equal(3, _floor.State.PositionOf(104));
        _floor.Happens(new ConversationWithdrawn(100));
        Assert.Equal(2, _floor.State.PositionOf(104));
        Assert.Null(_floor.State.PositionOf(100));
        Assert.Equal(2, _floor.State.WaitingIn(0));
        Assert.Equal(3, _floor.State.WaitingIn(1));
    }
}
