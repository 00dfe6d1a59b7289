using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>One event on its way through the rules.</summary>
sealed class RoutingStep(RoutingState state)
{
    readonly Hands _hands = new(state);

    public Hands Begin(Instant now)
    {
        _hands.Begin(now.ToUnixTimeTicks());
        return _hands;
    }

    public void Take(RoutingEvent @event, Instant now)
    {
        Begin(now);
        switch (@event)
        {
            case AgentReplied replied when state.Known.Find(replied.Conversation) is { Agent: not null } held:
                InHand.Reply(held, _hands);
                break;
            case CustomerWrote wrote when state.Known.Find(wrote.Conversation) is { Agent: { } agent } held:
                InHand.Hear(held, agent, this, _hands);
                break;
            case WrapUpStarted started when state.Known.Find(started.Conversation) is { Agent: not null } held:
                InHand.WrapUp(held, _hands);
                break;
            case IdleReached reached when state.Known.Find(reached.Conversation) is { Agent: { } agent } held:
                InHand.Idle(held, agent, _hands);
                break;
            case ConversationQueued queued:
                Queue(queued);
                break;
            case ConversationWithdrawn withdrawn when state.Known.Find(withdrawn.Conversation) is { } known:
                _hands.LetGo(known);
                break;
            case ConversationTaken taken:
                Take(taken);
                break;
            case ConversationEnded ended when state.Known.Find(ended.Conversation) is { } known:
                _hands.End(known);
                break;
            case OfferAccepted accepted:
                Accept(accepted.Offer);
                break;
            case OfferDeclined declined:
                Decline(declined.Offer);
                break;
            case OfferTimedOut timedOut:
                Miss(timedOut.Offer);
                break;
            case StageReached reached when state.FindWaiting(reached.Conversation) is { } conversation && conversation.NextStage <= _hands.Ticks:
                _hands.Advance(conversation);
                break;
            case PauseEnded ended when state.FindWaiting(ended.Conversation) is { Pause: { } pause } conversation && pause.Number == ended.Number:
                conversation.Pause = null;
                conversation.Forgive();
                state.Line.Stir(conversation);
                break;
            case AgentReplied or CustomerWrote or WrapUpStarted or IdleReached or ConversationWithdrawn or ConversationEnded or StageReached or PauseEnded:
                // Out of date, or of one that is unknown.
                break;
            case AgentChanged changed:
                Staff.Change(changed.Profile, state, _hands);
                break;
            case AgentPresenceChanged changed:
                Staff.Change(changed, state, _hands);
                break;
            case AgentRemoved removed:
                Staff.Remove(removed.Agent, state, _hands);
                break;
            case BreatherEnded ended:
                Staff.EndBreather(ended.Agent, state, _hands);
                break;
            case RulesChanged changed:
                Change(changed.Rules, now);
                break;
            default:
                throw new ArgumentException($"No rule is written for {@event.GetType().Name}.", nameof(@event));
        }

        _hands.Fill();
    }

    /// <summary>Takes in one of which nobody has heard, as <see cref="ConversationQueued"/> does, without an event to be made for it.</summary>
    /// <param name="now">In ticks.</param>
    public void Queue(Conversation newcomer, long now)
    {
        _hands.Begin(now);
        Queue(newcomer);
        _hands.Fill();
    }

    /// <summary>As <see cref="ConversationEnded"/>, without an event to be made for it.</summary>
    /// <param name="now">In ticks.</param>
    public void End(Conversation conversation, long now)
    {
        _hands.Begin(now);
        _hands.End(conversation);
        _hands.Fill();
    }

    /// <summary>As <see cref="ConversationWithdrawn"/>, without an event to be made for it.</summary>
    /// <param name="now">In ticks.</param>
    public void Withdraw(Conversation conversation, long now)
    {
        _hands.Begin(now);
        _hands.LetGo(conversation);
        _hands.Fill();
    }

    /// <summary>As <see cref="StageReached"/>, without an event to be made for it.</summary>
    /// <param name="now">In ticks.</param>
    public void Advance(Conversation conversation, long now)
    {
        _hands.Begin(now);
        _hands.Advance(conversation);
        _hands.Fill();
    }

    /// <summary>Puts a conversation in the line that is not there yet, with what follows from how long it has waited.</summary>
    public void Queue(ConversationQueued queued)
    {
        var known = state.Known.Find(queued.Conversation);
        if (known is { Agent: null })
        {
            return;
        }

        if (known is not null)
        {
            _hands.LetGo(known);
        }

        var conversation = new Conversation { Id = queued.Conversation, Since = queued.WaitingSince.ToUnixTimeTicks(), PreferredAgent = queued.PreferredAgent };
        conversation.Renew(queued.Matter, state.Line.Book.TreatmentOf(queued.Matter), queued.Callback);
        if (queued.NotAgent is { } agent)
        {
            conversation.DeclineBy(agent);
        }

        Queue(conversation);
    }

    void Queue(Conversation conversation)
    {
        state.Known.Add(conversation);
        RuleBook.Place(conversation, _hands.Ticks);
        if (!_hands.GiveAtOnce(conversation))
        {
            state.Line.Add(conversation);
            state.Line.Enter(conversation);
            _hands.Queue(conversation);
        }
    }

    void Take(ConversationTaken taken)
    {
        var known = state.Known.Find(taken.Conversation);
        if (known is { Agent: null, Ringing.Offer: var offer } && offer.Agent == taken.Agent)
        {
            // Taken by the very agent it rings at is that offer's acceptance, not its withdrawal.
            Accept(offer);
            return;
        }

        if (known?.Agent is { } its && its.Id == taken.Agent)
        {
            InHand.TakeUpAgain(known, its, _hands);
            return;
        }

        if (known is not null)
        {
            _hands.LetGo(known);
        }

        var matter = known?.Matter ?? taken.Matter ?? Matter.Unknown;
        var conversation = new Conversation { Id = taken.Conversation }.Renew(matter, state.Line.Book.TreatmentOf(matter), null);
        state.Known.Add(conversation);
        _hands.Hold(conversation, Staff.FindOrAdd(taken.Agent, state));
    }

    void Accept(Offer offer)
    {
        if (_hands.StopRinging(offer) is var (conversation, agent))
        {
            state.Line.Remove(conversation);
            _hands.Hold(conversation, agent);
        }
    }

    void Decline(Offer offer)
    {
        if (_hands.StopRinging(offer) is var (conversation, agent))
        {
            conversation.DeclineBy(agent.Id);
            agent.MissedInRow = 0;
            _hands.Settle(agent);
        }
    }

    void Miss(Offer offer)
    {
        if (_hands.StopRinging(offer) is not var (conversation, agent))
        {
            return;
        }

        _hands.Do(new MissOffer(offer));
        conversation.MissBy(agent.Id);
        agent.MissedInRow++;
        if (agent.MissedInRow >= state.Rules.MissesUntilAway)
        {
            (agent.Presence, agent.PresenceSince) = (Presence.Away, _hands.Now);
            _hands.Do(new SetPresence(agent.Id, Presence.Away));
        }

        _hands.Settle(agent);
    }

    void Change(RoutingRules rules, Instant now)
    {
        state.Rewrite(rules, now);
        foreach (var conversation in state.Line.All)
        {
            _hands.QueueAnew(conversation);
        }

        foreach (var agent in state.Team.All)
        {
            _hands.Settle(agent);
        }
    }
}
