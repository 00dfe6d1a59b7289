using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Puts conversations into agents' hands and takes them out, and notes what the driver has to do for it.</summary>
sealed class Hands(RoutingState state, Instant now)
{
    readonly List<RoutingAction> _actions = [];

    public void Do(RoutingAction action) => _actions.Add(action);

    /// <summary>Offers whatever can be offered, longest waiting first, and returns all there is to do.</summary>
    public IReadOnlyList<RoutingAction> Fill()
    {
        while (state.Team.CountWithRoom > 0 && state.Line.NextReady is { } conversation)
        {
            if (Choice.For(conversation, state.Team) is not { } choice)
            {
                Block(conversation);
            }
            else if (state.Rules.AutoAccept)
            {
                state.Line.Remove(conversation);
                Do(new AssignTo(conversation.Id, choice.Agent.Id, choice.Why));
                Hold(conversation.Id, choice.Agent);
            }
            else
            {
                Ring(conversation, choice);
            }
        }

        return _actions;
    }

    public void Hold(long conversation, RoutedAgent agent)
    {
        state.Assign(conversation, agent.Id);
        agent.Held.Add(conversation);
        agent.MissedInRow = 0;
        agent.IdleSince = now;
        Settle(agent);
    }

    public void LetGo(long conversation)
    {
        if (state.AgentOf(conversation) is { } id && state.Team.Find(id) is { } agent)
        {
            state.Unassign(conversation);
            agent.Held.Remove(conversation);
            agent.IdleSince = now;
            Settle(agent);
        }
    }

    /// <summary>Ends an offer and leaves its conversation ready; null when the offer has ended before.</summary>
    public (QueuedConversation Conversation, RoutedAgent Agent)? StopRinging(Offer offer)
    {
        if (state.Line.Find(offer.Conversation) is not { } conversation
            || conversation.Ringing?.Offer != offer
            || state.Team.Find(offer.Agent) is not { } agent)
        {
            return null;
        }

        conversation.Ringing = null;
        agent.Ringing.Remove(conversation.Id);
        state.Line.Move(conversation, Standing.Ready);
        return (conversation, agent);
    }

    public void Withdraw(QueuedConversation conversation)
    {
        if (conversation.Ringing is { Offer: var offer } && StopRinging(offer) is var (_, agent))
        {
            Do(new WithdrawOffer(offer));
            Settle(agent);
        }
    }

    /// <summary>To be called whenever an agent was changed: an unavailable one rings no more, one with new room unblocks.</summary>
    public void Settle(RoutedAgent agent)
    {
        if (agent.Presence != Presence.Available)
        {
            foreach (var conversation in agent.Ringing.Order().Select(state.Line.Find).OfType<QueuedConversation>())
            {
                if (conversation.Ringing is { Offer: var offer } && StopRinging(offer) is not null)
                {
                    Do(new WithdrawOffer(offer));
                }
            }
        }

        if (state.Team.Settle(agent))
        {
            state.Line.Unblock(agent.Id);
        }
    }

    public void StartRinging(QueuedConversation conversation, RoutedAgent agent, OfferSnapshot ringing)
    {
        conversation.Ringing = ringing;
        conversation.Pause = null;
        state.Line.Move(conversation, Standing.Offered);
        agent.Ringing.Add(conversation.Id);
        Settle(agent);
        Do(new SetTimer(ringing.ExpiresAt, new OfferTimedOut(ringing.Offer)));
    }

    void Ring(QueuedConversation conversation, Choice choice)
    {
        var offer = new Offer(conversation.Id, choice.Agent.Id, state.NextNumber++);
        var expiresAt = now + state.Rules.OfferTimeout;
        Do(new MakeOffer(offer, conversation.Queue, expiresAt, choice.Why));
        StartRinging(conversation, choice.Agent, new OfferSnapshot(offer, expiresAt));
    }

    void Block(QueuedConversation conversation)
    {
        state.Line.Move(conversation, Standing.Blocked);
        if (conversation.Pause is null)
        {
            conversation.Pause = state.NextNumber++;
            Do(new SetTimer(now + state.Rules.RetryPause, new PauseEnded(conversation.Id, conversation.Pause.Value)));
        }
    }
}
