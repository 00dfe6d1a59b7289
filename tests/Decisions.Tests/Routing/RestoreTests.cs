using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

public sealed class RestoreTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 3, 20, 9, 0);

    static readonly Matter Chat = new(1, "chat", 1);

    [Fact]
    public void After_a_restart_offers_ring_on_and_what_arrived_meanwhile_is_offered()
    {
        var ringing = new OfferSnapshot(new Offer(100, 1, 7), Now + Duration.FromSeconds(5));
        var (state, actions) = Router.Restore(
            new RoutingSnapshot
            {
                Agents = [Agent(1, Presence.Available), Agent(2, Presence.Available)],
                Waiting = [new WaitingSnapshot(101, Chat, Now), new WaitingSnapshot(100, Chat, Now - Duration.FromSeconds(15))],
                Offers = [ringing],
            },
            Now);

        Assert.Equal(ringing, state.RingingOffer(100));
        Assert.Equal(new Offer(101, 2, 8), state.RingingOffer(101)?.Offer);
        Assert.Contains(new SetTimer(ringing.ExpiresAt, new OfferTimedOut(ringing.Offer)), actions);
        Assert.Empty(actions.OfType<WithdrawOffer>());
    }

    [Fact]
    public void An_offer_that_makes_no_sense_any_more_is_withdrawn()
    {
        var (state, actions) = Router.Restore(
            new RoutingSnapshot
            {
                Agents = [Agent(1, Presence.Offline), Agent(2, Presence.Available)],
                Waiting = [new WaitingSnapshot(100, Chat, Now)],
                Assigned = [new AssignedSnapshot(101, 9, Chat)],
                Offers =
                [
                    new OfferSnapshot(new Offer(100, 1, 1), Now),
                    new OfferSnapshot(new Offer(101, 2, 2), Now),
                    new OfferSnapshot(new Offer(102, 2, 3), Now),
                ],
            },
            Now);

        Assert.Equal([1L, 2L, 3L], actions.OfType<WithdrawOffer>().Select(it => it.Offer.Number));
        Assert.Equal(new Offer(100, 2, 4), state.RingingOffer(100)?.Offer);
        Assert.Equal(1, state.LoadOf(9)?.Conversations);
    }

    static AgentSnapshot Agent(long id, Presence presence) => new(new AgentProfile(id), presence, Now, Now);
}
