using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>One event on its way through the rules.</summary>
sealed class RoutingStep(RoutingState state, Instant now)
{
    readonly Hands _hands = new(state, now);

    public IReadOnlyList<RoutingAction> Take(RoutingEvent @event)
    {
        switch (@event)
        {
            case AgentPresenceChanged changed:
                Change(changed);
                break;
            case AgentRemoved removed:
                Remove(removed.Agent);
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
            case PauseEnded ended:
                EndPause(ended);
                break;
            case RulesChanged changed:
                state.Rules = changed.Rules;
                break;
            default:
                throw new ArgumentException($"No rule is written for {@event.GetType().Name}.", nameof(@event));
        }

        return _hands.Fill();
    }

    void Change(AgentPresenceChanged changed)
    {
        var agent = state.Team.FindOrAdd(changed.Agent);
        if (changed.Presence == Presence.Available && agent.Presence != Presence.Available)
        {
            agent.IdleSince = now;
            agent.MissedInRow = 0;
        }

        agent.Presence = changed.Presence;
        agent.Maximum = changed.Maximum;
        _hands.Settle(agent);
    }

    void Remove(long id)
    {
        if (state.Team.Find(id) is not { } agent)
        {
            return;
        }

        agent.Presence = Presence.Offline;
        agent.Maximum = 0;
        _hands.Settle(agent);
        if (agent.Held.Count == 0)
        {
            state.Team.Remove(agent);
        }
    }

    void Queue(ConversationQueued queued)
    {
        if (state.Line.Find(queued.Conversation) is not null)
        {
            return;
        }

        _hands.LetGo(queued.Conversation);
        var conversation = new QueuedConversation(queued.Conversation, queued.Queue, queued.WaitingSince, queued.PreferredAgent);
        if (queued.NotAgent is { } notAgent)
        {
            conversation.Declined.Add(notAgent);
        }

        state.Line.Add(conversation);
    }

    void LeaveLine(long id)
    {
        if (state.Line.Find(id) is { } conversation)
        {
            _hands.Withdraw(conversation);
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

        LeaveLine(taken.Conversation);
        if (state.AgentOf(taken.Conversation) != taken.Agent)
        {
            _hands.LetGo(taken.Conversation);
            _hands.Hold(taken.Conversation, state.Team.FindOrAdd(taken.Agent));
        }
    }

    void Accept(Offer offer)
    {
        if (_hands.StopRinging(offer) is var (conversation, agent))
        {
            state.Line.Remove(conversation);
            _hands.Hold(offer.Conversation, agent);
        }
    }

    void Decline(Offer offer)
    {
        if (_hands.StopRinging(offer) is var (conversation, agent))
        {
            conversation.Declined.Add(agent.Id);
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
        conversation.Missed.Add(agent.Id);
        agent.MissedInRow++;
        if (agent.MissedInRow >= state.Rules.MissesUntilAway)
        {
            agent.Presence = Presence.Away;
            _hands.Do(new SetPresence(agent.Id, Presence.Away));
        }

        _hands.Settle(agent);
    }

    void EndPause(PauseEnded ended)
    {
        if (state.Line.Find(ended.Conversation) is { } conversation && conversation.Pause == ended.Number)
        {
            conversation.Pause = null;
            conversation.Declined.Clear();
            conversation.Missed.Clear();
            state.Line.Move(conversation, Standing.Ready);
        }
    }
}
