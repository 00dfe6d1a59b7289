using System.Text.Json;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

public sealed class EveryEventTests
{
    static readonly Offer Gone = new(900, 1, 77);

    static readonly AgentProfile Profile = new(1) { Channels = new Dictionary<string, ChannelAllowance> { ["chat"] = new(null, 2) } };

    static readonly RoutingEvent[] OutOfDate =
    [
        new AgentRemoved(900),
        new ConversationWithdrawn(900),
        new ConversationEnded(900),
        new ConversationEnded(101),
        new ConversationQueued(101, 1, "chat", 1, Instant.FromUtc(2020, 1, 1, 0, 0)),
        new ConversationTaken(100, 1),
        new OfferAccepted(Gone),
        new OfferDeclined(Gone),
        new OfferTimedOut(Gone),
        new OfferAccepted(new Offer(101, 1, 77)),
        new OfferDeclined(new Offer(101, 1, 77)),
        new OfferTimedOut(new Offer(101, 1, 77)),
        new PauseEnded(900, 1),
        new PauseEnded(101, 1),
        new AgentPresenceChanged(1, Presence.Available),
        new AgentPresenceChanged(900, Presence.Available),
        new AgentChanged(Profile),
        new AgentReplied(900),
        new AgentReplied(101),
        new CustomerWrote(900),
        new CustomerWrote(101),
        new WrapUpStarted(900),
        new WrapUpStarted(101),
        new StageReached(900),
        new StageReached(101),
        new IdleReached(900),
        new IdleReached(100),
        new BreatherEnded(900),
        new BreatherEnded(1),
    ];

    public static TheoryData<string> Kinds =>
        [.. typeof(RoutingEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RoutingEvent)) && type != typeof(RulesChanged)).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_is_handled_and_changes_nothing_when_out_of_date(string kind)
    {
        var events = OutOfDate.Where(@event => @event.GetType().Name == kind).ToList();
        Assert.NotEmpty(events);
        foreach (var @event in events)
        {
            var floor = new Floor();
            floor.Available(Profile);
            floor.Queued(100);
            floor.Accepts(100);
            floor.Queued(101);
            var before = JsonSerializer.Serialize(floor.State.Snapshot());
            Assert.Empty(floor.Happens(@event));
            Assert.Equal(before, JsonSerializer.Serialize(floor.State.Snapshot()));
        }
    }

    [Fact]
    public void The_same_rules_again_change_nothing_but_set_the_timers_anew()
    {
        var floor = new Floor();
        floor.Available(1, 2);
        floor.Queued(100);
        floor.Queued(101);
        var before = JsonSerializer.Serialize(floor.State.Snapshot());
        Assert.All(floor.Happens(new RulesChanged(Floor.Plain)), action => Assert.IsType<SetTimer>(action));
        Assert.Equal(before, JsonSerializer.Serialize(floor.State.Snapshot()));
    }

    [Fact]
    public void An_old_timer_does_not_end_a_new_offer_of_the_same_conversation_to_the_same_agent()
    {
        var floor = new Floor();
        floor.Available(1);
        floor.Queued(100);
        var old = floor.OfferOf(100);
        floor.Accepts(100);
        floor.Queued(100);
        Assert.Empty(floor.Happens(new OfferTimedOut(old)));
        Assert.Equal(1, floor.RingsAt(100));
    }
}
