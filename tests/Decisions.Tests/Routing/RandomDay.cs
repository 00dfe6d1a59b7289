using System.Text.Json;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>Lives through a random day with the router and the slow one side by side, and looks at everything after every step.</summary>
sealed class RandomDay(FloorCase @case)
{
    const int Agents = 5;
    const int Conversations = 12;

    readonly RoutingRules _rules = new() { AutoAccept = @case.AutoAccept };
    readonly Floor _floor = new(new RoutingRules { AutoAccept = @case.AutoAccept });
    readonly SlowRouter _slow = new(new RoutingRules { AutoAccept = @case.AutoAccept });
    readonly HashSet<long> _alive = [];

    public void Live()
    {
        foreach (var (kind, x, y) in @case.Steps)
        {
            _floor.Tick(y % 3);
            if (kind == 99)
            {
                Restart();
            }
            else if (Event(kind, x, y) is { } @event)
            {
                Happens(@event);
            }

            LookAround();
        }
    }

    RoutingEvent? Event(int kind, int x, int y)
    {
        long agent = 1 + (y % Agents);
        long conversation = 100 + (x % Conversations);
        var offers = _floor.State.Snapshot().Offers;
        var offer = offers.Count == 0 ? new Offer(conversation, agent, x % 20) : offers[x % offers.Count].Offer;
        return kind switch
        {
            < 14 => new AgentPresenceChanged(agent, x % 8 < 5 ? Presence.Available : (Presence)(x % 8 - 4), x % 4),
            < 16 => new AgentRemoved(agent),
            < 40 => new ConversationQueued(
                conversation,
                1,
                _floor.Now - Duration.FromSeconds(x % 7),
                y % 3 == 0 ? 1 + (x % Agents) : null,
                x % 3 == 0 ? agent : null),
            < 45 => new ConversationWithdrawn(conversation),
            < 50 => new ConversationTaken(conversation, agent),
            < 56 => new ConversationEnded(conversation),
            < 66 => new OfferAccepted(offer),
            < 78 => new OfferDeclined(offer),
            < 96 => _floor.Timers.Count == 0 ? null : _floor.TakeTimer(x).Event,
            < 97 => new RulesChanged(_rules with { AutoAccept = x % 2 == 0, OfferTimeout = Duration.FromSeconds(5 + (x % 30)) }),
            _ => new OfferDeclined(new Offer(conversation, agent, x % 50)),
        };
    }

    void Happens(RoutingEvent @event)
    {
        var fast = _floor.Happens(@event);
        var slow = _slow.Handle(@event, _floor.Now);
        Assert.Equal(slow.Select(WithoutWhy).Order(), fast.Select(WithoutWhy).Order());
        Remember(@event);
        foreach (var agent in fast.Select(action => action switch
        {
            MakeOffer offer => offer.Offer.Agent,
            AssignTo assign => assign.Agent,
            _ => 0L,
        }).Where(id => id != 0))
        {
            var now = _floor.State.Snapshot().Agents.Single(it => it.Agent == agent);
            Assert.Equal(Presence.Available, now.Presence);
            Assert.InRange(_floor.State.LoadOf(agent), 1, now.Maximum);
        }
    }

    void Remember(RoutingEvent @event)
    {
        switch (@event)
        {
            case ConversationQueued queued:
                _alive.Add(queued.Conversation);
                break;
            case ConversationTaken taken:
                _alive.Add(taken.Conversation);
                break;
            case ConversationWithdrawn withdrawn:
                _alive.Remove(withdrawn.Conversation);
                break;
            case ConversationEnded ended when _floor.State.PositionOf(ended.Conversation) is null:
                _alive.Remove(ended.Conversation);
                break;
        }
    }

    void Restart()
    {
        var before = _floor.State.Snapshot();
        var actions = _floor.Restart();
        _slow.Restart(_floor.Now);
        Assert.All(actions, action => Assert.IsType<SetTimer>(action));
        Assert.Equal(Text(before), Text(_floor.State.Snapshot()));

        static string Text(RoutingSnapshot snapshot) => JsonSerializer.Serialize(snapshot with { NextNumber = 0 });
    }

    void LookAround()
    {
        var all = _floor.State.Snapshot();
        Assert.Equal(_alive.Order(), all.Waiting.Select(it => it.Conversation).Concat(all.Assigned.Select(it => it.Conversation)).Order());
        Assert.Equal(all.Offers.Count, all.Offers.Select(it => it.Offer.Conversation).Distinct().Count());
        Assert.Subset(all.Waiting.Select(it => it.Conversation).ToHashSet(), all.Offers.Select(it => it.Offer.Conversation).ToHashSet());

        var held = all.Assigned.Select(it => it.Agent).Concat(all.Offers.Select(it => it.Offer.Agent)).ToLookup(it => it);
        Assert.All(all.Agents, it => Assert.Equal(held[it.Agent].Count(), _floor.State.LoadOf(it.Agent)));
        Assert.All(all.Waiting.Index(), it => Assert.Equal(it.Index + 1, _floor.State.PositionOf(it.Item.Conversation)));

        var withRoom = all.Agents.Where(it => it.Presence == Presence.Available && held[it.Agent].Count() < it.Maximum).ToList();
        Assert.Equal(withRoom.Count, _floor.State.AgentsWithRoom);
        foreach (var waiting in all.Waiting.Where(it => _floor.State.RingingOffer(it.Conversation) is null))
        {
            Assert.All(withRoom, agent => Assert.Contains(agent.Agent, waiting.Declined ?? []));
            Assert.True(withRoom.Count == 0 || _floor.Timers.Any(it => it.Event is PauseEnded end && end.Conversation == waiting.Conversation));
        }
    }

    static string WithoutWhy(RoutingAction action) => action switch
    {
        MakeOffer offer => (offer with { Why = new Why(ChosenFor.FewestConversations) }).ToString(),
        AssignTo assign => (assign with { Why = new Why(ChosenFor.FewestConversations) }).ToString(),
        _ => action.ToString(),
    };
}
