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
    SlowRules _terms = new(rules);
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
                var idle = _terms.Channel(it).IdleTime;
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
                        Value = it.Matter.Value, Target = it.Matter.Target, Steps = it.Matter.Steps, Language = it.Matter.Language, PreferredAgent = owner.Id,
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
                (_rules, _terms) = (e.Rules, new SlowRules(e.Rules));
                _all.Where(it => it.Owner is null).ToList().ForEach(it => it.Stage = _terms.StageOf(it, _now));
                break;
        }
    }

    void Queue(ConversationQueued e)
    {
        var it = new SlowConversation(e.Conversation, new Matter(e.Queue, e.Channel, e.Site) { Value = e.Value, Target = e.Target, Steps = e.Steps, Language = e.Language })
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
            && (it.Owner is not null || it.Ringing is not null || _terms.TierOf(it) > 1 || agent.Presence != Presence.Available || !_terms.IsEligible(agent, it))))
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

            var needs = _terms.NeedsOf(it);
            var chosen = candidates
                .OrderBy(agent => it.Missed.Contains(agent.Id) ? 2 : agent.Id == it.Preferred ? 0 : 1)
                .ThenBy(agent => CountOf(agent, it.Matter.Channel))
                .ThenByDescending(agent => needs.Sum(need => agent.Profile.Skills.GetValueOrDefault(need.Skill)))
                .ThenBy(agent => agent.Profile.Skills.Keys.Count(skill => needs.All(need => need.Skill != skill)))
                .ThenBy(agent => agent.Idle).ThenBy(agent => agent.Id)
                .First();
            var why = new Why(ChosenFor.Preferred, 0, 0);
            if (_terms.Channel(it).AutoAccept)
            {
                _actions.Add(new AssignTo(it.Id, chosen.Id, why));
                chosen.Breather = _rules.AutoAcceptPause > Duration.Zero ? _now + _rules.AutoAcceptPause : chosen.Breather;
                Give(it, chosen);
            }
            else
            {
                it.Pause = null;
                it.Ringing = new OfferSnapshot(new Offer(it.Id, chosen.Id, _next++), _now + _terms.Channel(it).OfferTimeout);
                _actions.Add(new MakeOffer(it.Ringing.Offer, it.Matter.Queue, it.Ringing.ExpiresAt, why));
            }

            return true;
        }

        return false;
    }

    bool Reserve()
    {
        foreach (var it in Ordered().Where(it => _terms.TierOf(it) <= 1 && it.Reserved is null))
        {
            if (_agents.Where(agent => HoldsLighter(agent, it)).OrderBy(agent => Units(agent, _terms.Channel(it).Interruptible)).ThenBy(agent => agent.Id).FirstOrDefault() is { } agent)
            {
                it.Reserved = agent;
                return true;
            }
        }

        return false;
    }

    List<SlowConversation> Ordered() =>
        [.. _all.Where(IsReady).OrderBy(_terms.TierOf).ThenByDescending(it => _terms.TierOf(it) == 0 ? 0 : _terms.UrgencyOf(it, _now)).ThenBy(it => it.Start).ThenBy(it => it.Id)];

    bool CanBeAsked(SlowAgent agent, SlowConversation it) =>
        _terms.IsEligible(agent, it)
        && agent.Presence == Presence.Available
        && !it.Declined.Contains(agent.Id)
        && !_all.Exists(other => other.Ringing?.Offer.Agent == agent.Id)
        && (ReservedFor(agent) is not { } kept || kept == it)
        && !(_terms.Channel(it).AutoAccept && agent.Breather is not null)
        && HasRoom(agent, it.Matter.Channel);

    bool HoldsLighter(SlowAgent agent, SlowConversation it)
    {
        var (channel, weight) = (_terms.Channel(it), SlowRules.Weight(agent, _terms.Channel(it)));
        return _terms.IsEligible(agent, it)
            && agent.Presence == Presence.Available
            && !it.Declined.Contains(agent.Id)
            && ReservedFor(agent) is null
            && weight <= agent.Profile.Capacity
            && Units(agent, channel.Interruptible) + weight > agent.Profile.Capacity
            && InHand(agent).Where(other => channel.Interruptible || !_terms.Channel(other).Interruptible).All(other => SlowRules.Weight(agent, _terms.Channel(other)) < weight);
    }

    bool HasRoom(SlowAgent agent, string name)
    {
        var channel = _terms.Channel(name);
        return Units(agent, channel.Interruptible) + SlowRules.Weight(agent, channel) <= agent.Profile.Capacity && CountOf(agent, name) < SlowRules.Maximum(agent, channel);
    }

    void Advance(SlowConversation it)
    {
        var (before, after) = (it.Stage, _terms.StageOf(it, _now));
        it.Stage = after;
        if (after.Missed ? !before.Missed : after.Near && !before.Near)
        {
            _actions.Add(new WarnOfTarget(it.Id, it.Matter.Queue, after.Missed ? TargetStanding.Missed : TargetStanding.Near));
        }
    }

    bool IsReady(SlowConversation it) => it.Owner is null && it.Ringing is null && it.Stage.Phase != CallbackPhase.Asleep;

    IEnumerable<SlowConversation> InHand(SlowAgent agent) => _all.Where(it => (it.Owner == agent && !it.Resting) || it.Ringing?.Offer.Agent == agent.Id);

    int CountOf(SlowAgent agent, string channel) => InHand(agent).Count(it => it.Matter.Channel == channel);

    int Units(SlowAgent agent, bool all) => InHand(agent).Where(it => all || !_terms.Channel(it).Interruptible).Sum(it => SlowRules.Weight(agent, _terms.Channel(it)));

    SlowConversation? ReservedFor(SlowAgent agent) => _all.Find(it => it.Reserved == agent);

    SlowConversation? Ringing(Offer offer) => _all.Find(it => it.Ringing?.Offer == offer);

    SlowConversation? Find(long id) => _all.Find(it => it.Id == id);

    SlowAgent? Agent(long id) => _agents.Find(it => it.Id == id);

    SlowAgent AgentOf(Offer offer) => Agent(offer.Agent)!;
}
