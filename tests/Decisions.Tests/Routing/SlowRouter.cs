using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>The rules once more in the most obvious way: lists, and everything looked through each time. Sets no timers.</summary>
sealed class SlowRouter(RoutingRules rules)
{
    readonly List<SlowAgent> _agents = [];
    readonly List<SlowConversation> _all = [];
    readonly List<RoutingAction> _actions = [];
    RoutingRules _rules = rules;
    Instant _now;
    long _next = 1;

    public List<RoutingAction> Handle(RoutingEvent @event, Instant now)
    {
        _now = now;
        _actions.Clear();
        Change(@event);
        Silence();
        Release();
        while (Serve())
        {
            Release();
        }

        while (Reserve())
        {
        }

        foreach (var it in _all.Where(it => IsReady(it) && it.Declined.Count > 0 && it.Pause is null))
        {
            it.Pause = new Pause(_next++, now + _rules.RetryPause);
        }

        return [.. _actions];
    }

    public RoutingSnapshot Snapshot() => new()
    {
        NextNumber = _next,
        Agents = [.. _agents.OrderBy(it => it.Id).Select(it => it.ToSnapshot())],
        Waiting = [.. _all.Where(it => it.Owner is null).OrderBy(it => it.Start).ThenBy(it => it.Id).Select(it => it.ToWaiting())],
        Assigned = [.. _all.Where(it => it.Owner is not null).OrderBy(it => it.Id).Select(it => it.ToAssigned())],
        Offers = [.. _all.Select(it => it.Ringing).OfType<OfferSnapshot>().OrderBy(it => it.Offer.Number)],
    };

    void Change(RoutingEvent @event)
    {
        switch (@event)
        {
            case AgentChanged e:
                var changed = Agent(e.Profile.Agent);
                if (changed is null)
                {
                    _agents.Add(changed = new SlowAgent(e.Profile) { PresenceSince = _now, Idle = _now });
                }

                (changed.Profile, changed.Removed) = (e.Profile, false);
                break;
            case AgentPresenceChanged e when Agent(e.Agent) is { Removed: false } agent && agent.Presence != e.Presence:
                (agent.Presence, agent.PresenceSince) = (e.Presence, _now);
                if (e.Presence == Presence.Available)
                {
                    (agent.Idle, agent.Misses) = (_now, 0);
                }

                break;
            case AgentRemoved e when Agent(e.Agent) is { Removed: false } agent:
                (agent.Removed, agent.Presence, agent.PresenceSince) = (true, Presence.Offline, _now);
                Silence();
                ForgetIfEmpty(agent);
                break;
            case BreatherEnded e when Agent(e.Agent) is { } agent && agent.Breather <= _now:
                agent.Breather = null;
                break;
            case ConversationQueued e when Find(e.Conversation) is not { Owner: null }:
                Forget(e.Conversation);
                Queue(e);
                break;
            case ConversationWithdrawn e:
                Forget(e.Conversation);
                break;
            case ConversationEnded e when Find(e.Conversation) is { Owner: not null }:
                Forget(e.Conversation);
                break;
            case ConversationTaken e:
                Take(e);
                break;
            case WrapUpStarted e when Find(e.Conversation) is { Owner: not null } it:
                (it.Touched, it.Wrapping, it.IdleAt) = (_now, true, null);
                break;
            case AgentReplied e when Find(e.Conversation) is { Owner: not null } it:
                it.Touched = _now;
                var idle = Channel(it).IdleTime;
                it.IdleAt = !it.Resting && !it.Wrapping && idle > Duration.Zero ? _now + idle : it.IdleAt;
                break;
            case CustomerWrote e when Find(e.Conversation) is { Owner: { } owner } it:
                (it.IdleAt, it.Wrapping) = (null, false);
                if (it.Resting && owner.Presence == Presence.Available && ReservedFor(owner) is null && HasRoom(owner, it.Matter.Channel))
                {
                    (it.Resting, it.Touched) = (false, _now);
                    _actions.Add(new Wake(it.Id, owner.Id));
                }
                else if (it.Resting || (owner.Presence is Presence.Offline or Presence.Away && it.Touched < owner.PresenceSince))
                {
                    _actions.Add(new Requeue(it.Id, _now, owner.Id));
                    Forget(it.Id);
                    Queue(new ConversationQueued(it.Id, it.Matter.Queue, it.Matter.Channel, it.Matter.Site, _now)
                    {
                        Value = it.Matter.Value, Steps = it.Matter.Steps, Language = it.Matter.Language, PreferredAgent = owner.Id,
                    });
                }

                break;
            case IdleReached e when Find(e.Conversation) is { Owner: { } owner, Resting: false } it && it.IdleAt <= _now:
                (it.Resting, it.IdleAt) = (true, null);
                _actions.Add(new Rest(it.Id, owner.Id));
                break;
            case StageReached e when Find(e.Conversation) is { Owner: null } it:
                Advance(it);
                break;
            case PauseEnded e when Find(e.Conversation) is { Owner: null } it && it.Pause?.Number == e.Number:
                it.Pause = null;
                it.Declined.Clear();
                it.Missed.Clear();
                break;
            case OfferAccepted e when Ringing(e.Offer) is { } it:
                Give(it, AgentOf(e.Offer));
                break;
            case OfferDeclined e when Ringing(e.Offer) is { } it:
                it.Ringing = null;
                it.Declined.Add(e.Offer.Agent);
                AgentOf(e.Offer).Misses = 0;
                break;
            case OfferTimedOut e when Ringing(e.Offer) is { } it:
                it.Ringing = null;
                it.Missed.Add(e.Offer.Agent);
                _actions.Add(new MissOffer(e.Offer));
                var missing = AgentOf(e.Offer);
                if (++missing.Misses >= _rules.MissesUntilAway)
                {
                    (missing.Presence, missing.PresenceSince) = (Presence.Away, _now);
                    _actions.Add(new SetPresence(missing.Id, Presence.Away));
                }

                break;
            case RulesChanged e:
                _rules = e.Rules;
                _all.Where(it => it.Owner is null).ToList().ForEach(it => it.Stage = StageOf(it));
                break;
        }
    }

    void Queue(ConversationQueued e)
    {
        var it = new SlowConversation(e.Conversation, new Matter(e.Queue, e.Channel, e.Site) { Value = e.Value, Steps = e.Steps, Language = e.Language })
        {
            Since = e.WaitingSince, Preferred = e.PreferredAgent, Terms = e.Callback,
        };
        if (e.NotAgent is { } notAgent)
        {
            it.Declined.Add(notAgent);
        }

        _all.Add(it);
        Advance(it);
    }

    void Take(ConversationTaken e)
    {
        var it = Find(e.Conversation);
        if (it?.Ringing?.Offer.Agent == e.Agent)
        {
            Give(it, AgentOf(it.Ringing.Offer));
            return;
        }

        if (it?.Owner?.Id == e.Agent)
        {
            (it.Touched, it.Wrapping) = (_now, false);
            if (it.Resting)
            {
                it.Resting = false;
                _actions.Add(new Wake(it.Id, e.Agent));
            }

            return;
        }

        var matter = it?.Matter ?? e.Matter ?? new Matter(0, "chat", 0);
        Forget(e.Conversation);
        var agent = Agent(e.Agent);
        if (agent is null)
        {
            _agents.Add(agent = new SlowAgent(new AgentProfile(e.Agent)) { Removed = true });
        }

        _all.Add(it = new SlowConversation(e.Conversation, matter));
        Give(it, agent);
    }

    void Give(SlowConversation it, SlowAgent agent)
    {
        (it.Ringing, it.Owner, it.Touched, it.Reserved) = (null, agent, _now, null);
        (agent.Misses, agent.Idle) = (0, _now);
    }

    void Forget(long id)
    {
        if (Find(id) is not { } it)
        {
            return;
        }

        _all.Remove(it);
        if (it.Ringing is { Offer: var offer })
        {
            _actions.Add(new WithdrawOffer(offer));
        }

        if (it.Owner is { } owner)
        {
            owner.Idle = _now;
            ForgetIfEmpty(owner);
        }
    }

    void ForgetIfEmpty(SlowAgent agent)
    {
        if (agent.Removed && !_all.Exists(it => it.Owner == agent))
        {
            _agents.Remove(agent);
        }
    }

    void Silence()
    {
        foreach (var it in _all.Where(it => it.Ringing is { } ringing && Agent(ringing.Offer.Agent)?.Presence != Presence.Available))
        {
            _actions.Add(new WithdrawOffer(it.Ringing!.Offer));
            it.Ringing = null;
        }
    }

    void Release()
    {
        foreach (var it in _all.Where(it => it.Reserved is { } agent
            && (it.Owner is not null || it.Ringing is not null || TierOf(it) > 1 || agent.Presence != Presence.Available || !IsEligible(agent, it))))
        {
            it.Reserved = null;
        }
    }

    bool Serve()
    {
        foreach (var it in Ordered())
        {
            var candidates = _agents.Where(agent => CanBeAsked(agent, it)).ToList();
            if (candidates.Count <= (it.Stage.Phase == CallbackPhase.Open ? _rules.CallbackReserve : 0))
            {
                continue;
            }

            var needs = NeedsOf(it);
            var chosen = candidates
                .OrderBy(agent => it.Missed.Contains(agent.Id) ? 2 : agent.Id == it.Preferred ? 0 : 1)
                .ThenBy(agent => CountOf(agent, it.Matter.Channel))
                .ThenByDescending(agent => needs.Sum(need => agent.Profile.Skills.GetValueOrDefault(need.Skill)))
                .ThenBy(agent => agent.Profile.Skills.Keys.Count(skill => needs.All(need => need.Skill != skill)))
                .ThenBy(agent => agent.Idle).ThenBy(agent => agent.Id)
                .First();
            var why = new Why(ChosenFor.Preferred, 0, 0);
            if (Channel(it).AutoAccept)
            {
                _actions.Add(new AssignTo(it.Id, chosen.Id, why));
                chosen.Breather = _rules.AutoAcceptPause > Duration.Zero ? _now + _rules.AutoAcceptPause : chosen.Breather;
                Give(it, chosen);
            }
            else
            {
                it.Pause = null;
                it.Ringing = new OfferSnapshot(new Offer(it.Id, chosen.Id, _next++), _now + Channel(it).OfferTimeout);
                _actions.Add(new MakeOffer(it.Ringing.Offer, it.Matter.Queue, it.Ringing.ExpiresAt, why));
            }

            return true;
        }

        return false;
    }

    bool Reserve()
    {
        foreach (var it in Ordered().Where(it => TierOf(it) <= 1 && it.Reserved is null))
        {
            if (_agents.Where(agent => HoldsLighter(agent, it)).OrderBy(agent => Units(agent, Channel(it).Interruptible)).ThenBy(agent => agent.Id).FirstOrDefault() is { } agent)
            {
                it.Reserved = agent;
                return true;
            }
        }

        return false;
    }

    List<SlowConversation> Ordered() =>
        [.. _all.Where(IsReady).OrderBy(TierOf).ThenByDescending(it => TierOf(it) == 0 ? 0 : UrgencyOf(it)).ThenBy(it => it.Start).ThenBy(it => it.Id)];

    bool CanBeAsked(SlowAgent agent, SlowConversation it) =>
        IsEligible(agent, it)
        && agent.Presence == Presence.Available
        && !it.Declined.Contains(agent.Id)
        && !_all.Exists(other => other.Ringing?.Offer.Agent == agent.Id)
        && (ReservedFor(agent) is not { } kept || kept == it)
        && !(Channel(it).AutoAccept && agent.Breather is not null)
        && HasRoom(agent, it.Matter.Channel);

    bool HoldsLighter(SlowAgent agent, SlowConversation it)
    {
        var (channel, weight) = (Channel(it), Weight(agent, Channel(it)));
        return IsEligible(agent, it)
            && agent.Presence == Presence.Available
            && !it.Declined.Contains(agent.Id)
            && ReservedFor(agent) is null
            && weight <= agent.Profile.Capacity
            && Units(agent, channel.Interruptible) + weight > agent.Profile.Capacity
            && InHand(agent).Where(other => channel.Interruptible || !Channel(other).Interruptible).All(other => Weight(agent, Channel(other)) < weight);
    }

    bool HasRoom(SlowAgent agent, string name)
    {
        var channel = Channel(name);
        return Units(agent, channel.Interruptible) + Weight(agent, channel) <= agent.Profile.Capacity && CountOf(agent, name) < Maximum(agent, channel);
    }

    bool IsEligible(SlowAgent agent, SlowConversation it)
    {
        long[] queues = [it.Matter.Queue, .. QueueOf(it).Overflow.OrderBy(other => other.After).Take(it.Stage.Overflow).Select(other => other.ToQueue)];
        return !agent.Removed
            && (agent.Profile.Queues is null || queues.Any(agent.Profile.Queues.Contains))
            && Maximum(agent, Channel(it)) > 0
            && NeedsOf(it).All(need => agent.Profile.Skills.GetValueOrDefault(need.Skill) >= need.Level);
    }

    void Advance(SlowConversation it)
    {
        var (before, after) = (it.Stage, StageOf(it));
        it.Stage = after;
        if (after.Missed ? !before.Missed : after.Near && !before.Near)
        {
            _actions.Add(new WarnOfTarget(it.Id, it.Matter.Queue, after.Missed ? TargetStanding.Missed : TargetStanding.Near));
        }
    }

    Stage StageOf(SlowConversation it)
    {
        var (waited, target, steps) = (Waited(it), Target(it), StepsOf(it).Steps);
        var step = 0;
        for (var end = Duration.Zero; step < steps.Count - 1 && steps[step].For is { } time && (end += time) <= waited;)
        {
            step++;
        }

        var phase = it.Terms is null ? CallbackPhase.None : _now < it.Terms.NotBefore ? CallbackPhase.Asleep : _now < it.Terms.DueAt ? CallbackPhase.Open : CallbackPhase.Due;
        return new Stage(phase, step, QueueOf(it).Overflow.Count(other => other.After <= waited), waited >= target * QueueOf(it).NearAt, waited >= target);
    }

    double UrgencyOf(SlowConversation it)
    {
        var value = (it.Matter.Value ?? QueueOf(it).Value) + (it.Stage.Near ? QueueOf(it).RaiseWhenNear : 0);
        var target = Target(it).BclCompatibleTicks;
        var share = value * (Waited(it).BclCompatibleTicks + 10_000_000d) / target;
        return _rules.Urgency == UrgencyRule.ShareOfTarget ? share : share / target;
    }

    Duration Waited(SlowConversation it) => Duration.Max(Duration.Zero,
        _rules.Calendars.TryGetValue(it.Matter.Site, out var calendar) ? calendar.OpenTimeBetween(it.Start, _now) : _now - it.Start);

    SkillSteps StepsOf(SlowConversation it) => it.Matter.Steps ?? QueueOf(it).Steps;

    List<SkillNeed> NeedsOf(SlowConversation it) =>
        [.. StepsOf(it).Steps[it.Stage.Step].Needs.Where(need => need.Skill != "language" || it.Matter.Language is not null).Select(need => need.Skill == "language" ? need with { Skill = $"language:{it.Matter.Language}" } : need)];

    int TierOf(SlowConversation it) => it.Stage.Phase == CallbackPhase.Due ? 0 : it.Stage.Missed ? 1 : Channel(it).Interruptible ? 3 : 2;

    bool IsReady(SlowConversation it) => it.Owner is null && it.Ringing is null && it.Stage.Phase != CallbackPhase.Asleep;

    IEnumerable<SlowConversation> InHand(SlowAgent agent) => _all.Where(it => (it.Owner == agent && !it.Resting) || it.Ringing?.Offer.Agent == agent.Id);

    int CountOf(SlowAgent agent, string channel) => InHand(agent).Count(it => it.Matter.Channel == channel);

    int Units(SlowAgent agent, bool all) => InHand(agent).Where(it => all || !Channel(it).Interruptible).Sum(it => Weight(agent, Channel(it)));

    SlowConversation? ReservedFor(SlowAgent agent) => _all.Find(it => it.Reserved == agent);

    Duration Target(SlowConversation it) => QueueOf(it).Targets.TryGetValue(it.Matter.Channel, out var own) ? own : Channel(it).Target;

    QueueRules QueueOf(SlowConversation it) => _rules.Queues.FirstOrDefault(queue => queue.Queue == it.Matter.Queue) ?? new QueueRules(it.Matter.Queue);

    ChannelRules Channel(SlowConversation it) => Channel(it.Matter.Channel);

    ChannelRules Channel(string name) => _rules.Channels.First(it => it.Channel == name);

    static int Weight(SlowAgent agent, ChannelRules channel) => agent.Profile.Channels.GetValueOrDefault(channel.Channel)?.Weight ?? channel.Weight;

    static int Maximum(SlowAgent agent, ChannelRules channel) => agent.Profile.Channels.GetValueOrDefault(channel.Channel)?.Maximum ?? channel.Maximum;

    SlowConversation? Ringing(Offer offer) => _all.Find(it => it.Ringing?.Offer == offer);

    SlowConversation? Find(long id) => _all.Find(it => it.Id == id);

    SlowAgent? Agent(long id) => _agents.Find(it => it.Id == id);

    SlowAgent AgentOf(Offer offer) => Agent(offer.Agent)!;
}
