using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>The rules once more in the most obvious way: lists, and everything looked through each time.</summary>
sealed class SlowRouter(RoutingRules rules)
{
    readonly List<Agent> _agents = [];
    readonly List<Conversation> _conversations = [];
    readonly List<RoutingAction> _actions = [];
    RoutingRules _rules = rules;
    long _next = 1;

    IEnumerable<Conversation> Waiting => _conversations.Where(it => it.Owner is null).OrderBy(it => it.Since).ThenBy(it => it.Id);

    public List<RoutingAction> Handle(RoutingEvent @event, Instant now)
    {
        _actions.Clear();
        Change(@event, now);
        Serve(now);
        return [.. _actions];
    }

    /// <summary>A restart forgets pauses; those still needed begin anew.</summary>
    public void Restart(Instant now)
    {
        _conversations.ForEach(it => it.Pause = null);
        Serve(now);
    }

    void Change(RoutingEvent @event, Instant now)
    {
        switch (@event)
        {
            case AgentPresenceChanged e:
                var changed = AgentWith(e.Agent);
                if (e.Presence == Presence.Available && changed.Presence != Presence.Available)
                {
                    (changed.Idle, changed.Misses) = (now, 0);
                }

                (changed.Presence, changed.Maximum) = (e.Presence, e.Maximum);
                WithdrawFromTheUnavailable();
                break;
            case AgentRemoved e when _agents.Find(it => it.Id == e.Agent) is { } agent:
                (agent.Presence, agent.Maximum) = (Presence.Offline, 0);
                WithdrawFromTheUnavailable();
                break;
            case ConversationQueued e when _conversations.Find(it => it.Id == e.Conversation) is not { Owner: null }:
                Forget(e.Conversation, now);
                _conversations.Add(new Conversation(e.Conversation, e.WaitingSince, e.PreferredAgent));
                if (e.NotAgent is { } notAgent)
                {
                    _conversations[^1].Declined.Add(notAgent);
                }

                break;
            case ConversationWithdrawn e:
                Forget(e.Conversation, now);
                break;
            case ConversationEnded e when _conversations.Find(it => it.Id == e.Conversation) is { Owner: not null }:
                Forget(e.Conversation, now);
                break;
            case ConversationTaken e when _conversations.Find(it => it.Id == e.Conversation)?.Owner != e.Agent:
                var acceptance = _conversations.Find(it => it.Id == e.Conversation)?.Offer?.Agent == e.Agent;
                Forget(e.Conversation, now, silently: acceptance);
                _conversations.Add(new Conversation(e.Conversation, now, null));
                Give(_conversations[^1], e.Agent, now);
                break;
            case OfferAccepted e when Ringing(e.Offer) is { } conversation:
                Give(conversation, e.Offer.Agent, now);
                break;
            case OfferDeclined e when Ringing(e.Offer) is { } conversation:
                conversation.Offer = null;
                conversation.Declined.Add(e.Offer.Agent);
                AgentWith(e.Offer.Agent).Misses = 0;
                break;
            case OfferTimedOut e when Ringing(e.Offer) is { } conversation:
                conversation.Offer = null;
                conversation.Missed.Add(e.Offer.Agent);
                _actions.Add(new MissOffer(e.Offer));
                var agentWhoMissed = AgentWith(e.Offer.Agent);
                if (++agentWhoMissed.Misses >= _rules.MissesUntilAway)
                {
                    agentWhoMissed.Presence = Presence.Away;
                    _actions.Add(new SetPresence(agentWhoMissed.Id, Presence.Away));
                    WithdrawFromTheUnavailable();
                }

                break;
            case PauseEnded e when _conversations.Find(it => it.Id == e.Conversation && it.Pause == e.Number) is { } conversation:
                conversation.Pause = null;
                conversation.Declined.Clear();
                conversation.Missed.Clear();
                break;
            case RulesChanged e:
                _rules = e.Rules;
                break;
        }
    }

    void Serve(Instant now)
    {
        foreach (var conversation in Waiting.Where(it => it.Offer is null).ToList())
        {
            var withRoom = _agents.Where(it => it.Presence == Presence.Available && LoadOf(it) < it.Maximum).ToList();
            if (withRoom.Count == 0)
            {
                return;
            }

            var chosen = withRoom.Where(it => !conversation.Declined.Contains(it.Id))
                .OrderByDescending(it => it.Id == conversation.Preferred && !conversation.Missed.Contains(it.Id))
                .ThenBy(it => conversation.Missed.Contains(it.Id))
                .ThenBy(LoadOf).ThenBy(it => it.Idle).ThenBy(it => it.Id)
                .FirstOrDefault();
            if (chosen is null)
            {
                if (conversation.Pause is null)
                {
                    conversation.Pause = _next++;
                    _actions.Add(new SetTimer(now + _rules.RetryPause, new PauseEnded(conversation.Id, conversation.Pause.Value)));
                }
            }
            else if (_rules.AutoAccept)
            {
                _actions.Add(new AssignTo(conversation.Id, chosen.Id, new Why(ChosenFor.FewestConversations)));
                Give(conversation, chosen.Id, now);
            }
            else
            {
                conversation.Pause = null;
                conversation.Offer = new Offer(conversation.Id, chosen.Id, _next++);
                _actions.Add(new MakeOffer(conversation.Offer.Value, 1, now + _rules.OfferTimeout, new Why(ChosenFor.FewestConversations)));
                _actions.Add(new SetTimer(now + _rules.OfferTimeout, new OfferTimedOut(conversation.Offer.Value)));
            }
        }
    }

    void Give(Conversation conversation, long agent, Instant now)
    {
        (conversation.Offer, conversation.Owner) = (null, agent);
        (AgentWith(agent).Misses, AgentWith(agent).Idle) = (0, now);
    }

    void Forget(long id, Instant now, bool silently = false)
    {
        if (_conversations.Find(it => it.Id == id) is { } conversation)
        {
            _conversations.Remove(conversation);
            if (conversation.Owner is { } owner)
            {
                AgentWith(owner).Idle = now;
            }

            if (conversation.Offer is { } offer && !silently)
            {
                _actions.Add(new WithdrawOffer(offer));
            }
        }
    }

    void WithdrawFromTheUnavailable()
    {
        foreach (var conversation in _conversations.Where(it => it.Offer is { } o && AgentWith(o.Agent).Presence != Presence.Available))
        {
            _actions.Add(new WithdrawOffer(conversation.Offer!.Value));
            conversation.Offer = null;
        }
    }

    int LoadOf(Agent agent) => _conversations.Count(it => it.Owner == agent.Id || it.Offer?.Agent == agent.Id);

    Conversation? Ringing(Offer offer) => _conversations.Find(it => it.Offer == offer);

    Agent AgentWith(long id)
    {
        if (_agents.Find(it => it.Id == id) is not { } agent)
        {
            _agents.Add(agent = new Agent(id));
        }

        return agent;
    }

    sealed class Agent(long id)
    {
        public long Id => id;
        public Presence Presence { get; set; } = Presence.Offline;
        public int Maximum { get; set; }
        public Instant Idle { get; set; }
        public int Misses { get; set; }
    }

    sealed class Conversation(long id, Instant since, long? preferred)
    {
        public long Id => id;
        public Instant Since => since;
        public long? Preferred => preferred;
        public HashSet<long> Declined { get; } = [];
        public HashSet<long> Missed { get; } = [];
        public long? Pause { get; set; }
        public Offer? Offer { get; set; }
        public long? Owner { get; set; }
    }
}
