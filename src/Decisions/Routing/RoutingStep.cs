using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>One event on its way through the rules.</summary>
sealed class RoutingStep(RoutingState state)
{
    readonly Hands _hands = new(state);
    readonly InHand _inHand = new(state);

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
            case AgentReplied replied:
                _inHand.Reply(replied.Conversation, _hands);
                break;
            case CustomerWrote wrote:
                _inHand.Hear(wrote.Conversation, this, _hands);
                break;
            case WrapUpStarted started:
                _inHand.WrapUp(started.Conversation, _hands);
                break;
            case IdleReached reached:
                _inHand.Idle(reached.Conversation, _hands);
                break;
            case ConversationQueued queued:
                Queue(queued);
                break;
            case ConversationWithdrawn withdrawn:
                LeaveLine(withdrawn.Conversation);
                _hands.LetGo(withdrawn.Conversation);
                break;
            case ConversationTaken taken:
                Take(taken);
                break;
            case ConversationEnded ended:
                _hands.LetGo(ended.Conversation);
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
            case StageReached reached when state.Line.Find(reached.Conversation) is { } conversation && conversation.NextStage <= _hands.Ticks:
                _hands.Advance(conversation);
                break;
            case PauseEnded ended when state.Line.Find(ended.Conversation) is { Pause: { } pause } conversation && pause.Number == ended.Number:
                conversation.Pause = null;
                conversation.Forgive();
                state.Line.Stir(conversation);
                break;
            case StageReached or PauseEnded:
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

    /// <summary>Takes in a newcomer as <see cref="ConversationQueued"/> does, without an event to be made for it.</summary>
    /// <param name="now">In ticks.</param>
    public void Queue(in Newcomer newcomer, long now)
    {
        _hands.Begin(now);
        Queue(newcomer);
        _hands.Fill();
    }

    /// <summary>As <see cref="ConversationEnded"/>, without an event to be made for it.</summary>
    /// <param name="now">In ticks.</param>
    public void End(long conversation, long now)
    {
        _hands.Begin(now);
        _hands.LetGo(conversation);
        _hands.Fill();
    }

    /// <summary>Puts a conversation in the line that is not there yet, with what follows from how long it has waited.</summary>
    public void Queue(ConversationQueued queued) =>
        Queue(NewcomerOf(queued, queued.Matter));

    Newcomer NewcomerOf(ConversationQueued queued, Matter matter) => new(queued.Conversation, matter, state.Line.Book.TreatmentOf(matter), queued.WaitingSince.ToUnixTimeTicks(), queued.Callback)
    {
        PreferredAgent = queued.PreferredAgent,
        NotAgent = queued.NotAgent,
    };

    void Queue(in Newcomer newcomer)
    {
        if (!newcomer.IsNew)
        {
            if (state.Line.Find(newcomer.Id) is not null)
            {
                return;
            }

            _hands.LetGo(newcomer.Id);
        }

        if (_hands.GiveAtOnce(newcomer))
        {
            return;
        }

        var conversation = new QueuedConversation(newcomer.Id, newcomer.Matter, newcomer.Treatment, newcomer.Since, newcomer.Callback) { PreferredAgent = newcomer.PreferredAgent };
        if (newcomer.NotAgent is { } agent)
        {
            conversation.DeclineBy(agent);
        }

        RuleBook.Place(conversation, _hands.Ticks);
        state.Line.Add(conversation);
        state.Line.Enter(conversation);
        _hands.Queue(conversation, default);
    }

    void LeaveLine(long id)
    {
        if (state.Line.Find(id) is { } conversation)
        {
            _hands.Withdraw(conversation);
            _hands.Release(conversation);
            state.Line.Remove(conversation);
        }
    }

    void Take(ConversationTaken taken)
    {
        // Taken by the very agent it rings at is that offer's acceptance, not its withdrawal.
        if (state.Line.Find(taken.Conversation) is { Ringing.Offer: var offer } && offer.Agent == taken.Agent)
        {
            Accept(offer);
            return;
        }

        var matter = state.Line.Find(taken.Conversation)?.Matter ?? state.Held.Find(taken.Conversation)?.Matter ?? taken.Matter ?? Matter.Unknown;
        LeaveLine(taken.Conversation);
        if (state.AgentOf(taken.Conversation) == taken.Agent)
        {
            _inHand.TakeUpAgain(taken.Conversation, _hands);
            return;
        }

        _hands.LetGo(taken.Conversation);
        _hands.Hold(taken.Conversation, matter, state.Line.Book.TreatmentOf(matter), Staff.FindOrAdd(taken.Agent, state));
    }

    void Accept(Offer offer)
    {
        if (_hands.StopRinging(offer) is var (conversation, agent))
        {
            state.Line.Remove(conversation);
            _hands.Hold(offer.Conversation, conversation.Matter, conversation.Treatment, agent);
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
