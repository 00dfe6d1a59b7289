using System.Text.Json;
using System.Text.Json.Serialization;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>Lives through a random day with the router and the slow one side by side, and looks at everything after every step.</summary>
sealed class RandomDay(FloorCase @case)
{
    const int Agents = 6;
    const int Conversations = 24;

    static readonly JsonSerializerOptions Exact = new() { Converters = { new Ticks() } };

    readonly Floor _floor = new(RandomRules.Of(@case.Rules));
    readonly SlowRouter _slow = new(RandomRules.Of(@case.Rules));

    public void Live()
    {
        foreach (var agent in Enumerable.Range(1, Agents))
        {
            Happens(new AgentChanged(RandomRules.Profile(agent, @case.Rules + agent, @case.Rules / 3)));
            Happens(new AgentPresenceChanged(agent, Presence.Available));
        }

        foreach (var (kind, x, y) in @case.Steps)
        {
            _floor.Tick(y % 3);
            if (kind == 99)
            {
                Assert.All(_floor.Restart(), action => Assert.IsType<SetTimer>(action));
            }
            else if (Event(kind, x, y) is { } @event)
            {
                Happens(@event);
            }

            Assert.Equal(Text(_slow.Snapshot()), Text(_floor.State.Snapshot()));
            LookForTimers();
        }
    }

    RoutingEvent? Event(int kind, int x, int y)
    {
        long agent = 1 + (y % Agents);
        long conversation = 100 + (x % Conversations);
        var offers = _floor.State.Snapshot().Offers;
        var offer = offers.Count == 0 ? new Offer(conversation, agent, x % 20) : offers[x % offers.Count].Offer;
        var assigned = _floor.State.Snapshot().Assigned;
        var held = x % 9 == 0 || assigned.Count == 0 ? conversation : assigned[x % assigned.Count].Conversation;
        return kind switch
        {
            < 9 => new AgentPresenceChanged(agent, x % 8 < 5 ? Presence.Available : (Presence)(x % 8 - 3)),
            < 12 => new AgentChanged(RandomRules.Profile(agent, x, y / Agents)),
            < 13 => new AgentRemoved(agent),
            < 34 => Queued(conversation, agent, x / Conversations, y / Agents),
            < 36 => new ConversationWithdrawn(conversation),
            < 40 => new ConversationTaken(conversation, agent) { Matter = new Matter(1 + (x % 3), RandomRules.Channels[y % 4], 1 + (y % 2)) },
            < 47 => new ConversationEnded(held),
            < 48 => new WrapUpStarted(held),
            < 56 => new AgentReplied(held),
            < 62 => new CustomerWrote(held),
            < 72 => new OfferAccepted(offer),
            < 76 => new OfferDeclined(offer),
            < 96 => _floor.Timers.Count == 0 ? null : _floor.TakeTimer(_floor.Timers.Index().MinBy(timer => timer.Item.Due).Index).Event,
            < 97 => new RulesChanged(RandomRules.Of(x)),
            _ => x % 3 == 0 ? new OfferDeclined(new Offer(conversation, agent, x % 50)) : x % 3 == 1 ? new StageReached(conversation) : new IdleReached(conversation),
        };
    }

    ConversationQueued Queued(long conversation, long agent, int x, int y)
    {
        var now = _floor.Now;
        return new ConversationQueued(conversation, 1 + (x % 3), RandomRules.Channels[y % 4], 1 + (x % 2), now - Duration.FromSeconds(y % 7))
        {
            Value = x % 7 == 0 ? 1 + (y % 10) : null,
            Target = y % 6 == 0 ? Duration.FromSeconds(1 + (x % 20)) : null,
            Steps = x % 5 == 0 ? RandomRules.Steps(y) : null,
            Language = y % 3 == 0 ? null : "da",
            PreferredAgent = y % 5 == 0 ? 1 + (x % Agents) : null,
            NotAgent = x % 6 == 0 ? agent : null,
            Callback = y % 4 == 0 && x % 4 == 0 ? new CallbackTerms(now + Duration.FromSeconds(x % 9), now + Duration.FromSeconds((x % 9) + (y % 9))) : null,
        };
    }

    void Happens(RoutingEvent @event)
    {
        var fast = _floor.Happens(@event);
        var slow = _slow.Handle(@event, _floor.Now);
        Assert.Equal(slow.Select(WithoutWhy).Order(), fast.Where(action => action is not SetTimer).Select(WithoutWhy).Order());
        foreach (var (agent, why) in fast.Select(action => action switch
        {
            MakeOffer offer => (offer.Offer.Agent, offer.Why),
            AssignTo assign => (assign.Agent, assign.Why),
            _ => (0, null!),
        }).Where(it => it.Item2 is not null))
        {
            // Everybody who was there at the moment is accounted for, once.
            var passed = why.Explain().Select(it => it.Agent).ToList();
            Assert.DoesNotContain(agent, passed);
            Assert.Equal(_floor.State.Snapshot().Agents.Select(it => it.Agent).Where(it => it != agent), passed.Order());
        }
    }

    void LookForTimers()
    {
        foreach (var waiting in _floor.State.Line.All)
        {
            Assert.True(waiting.NextStage == long.MaxValue || Runs(new StageReached(waiting.Id), Instant.FromUnixTimeTicks(waiting.NextStage)), $"{waiting.Id} has no timer for its next stage");
            Assert.True(waiting.Ringing is not { } ringing || Runs(new OfferTimedOut(ringing.Offer), ringing.ExpiresAt), $"{waiting.Id} rings for ever");
            Assert.True(waiting.Pause is not { } pause || Runs(new PauseEnded(waiting.Id, pause.Number), pause.Until), $"{waiting.Id} rests for ever");
        }

        foreach (var held in _floor.State.Known.Where(it => it.Agent is not null))
        {
            Assert.True(held.IdleAt is not { } idle || _floor.Timers.Any(timer => timer.Event == new IdleReached(held.Id) && timer.Due.ToUnixTimeTicks() <= idle), $"{held.Id} never rests");
        }

        bool Runs(RoutingEvent @event, Instant due) => _floor.Timers.Any(timer => timer.Event.Equals(@event) && timer.Due == due);
    }

    static string Text(RoutingSnapshot snapshot) => JsonSerializer.Serialize(snapshot with { Rules = new RoutingRules { Queues = [], Channels = [] } }, Exact);

    static string WithoutWhy(RoutingAction action) => action switch
    {
        MakeOffer offer => (offer with { Why = new Why(ChosenFor.Preferred, 0, 0) }).ToString(),
        AssignTo assign => (assign with { Why = new Why(ChosenFor.Preferred, 0, 0) }).ToString(),
        _ => action.ToString(),
    };

    sealed class Ticks : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Instant.FromUnixTimeTicks(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeTicks());
    }
}
