using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Rebuilds a state from a snapshot, dropping what contradicts itself.</summary>
static class Restoration
{
    public static (RoutingState State, IReadOnlyList<RoutingAction> Actions) Of(RoutingSnapshot snapshot, Instant now)
    {
        var state = new RoutingState(snapshot.Rules)
        {
            NextNumber = snapshot.Offers.Select(ringing => ringing.Offer.Number + 1).Append(snapshot.NextNumber).Max(),
        };
        var hands = new Hands(state, now);
        foreach (var assigned in snapshot.Assigned.DistinctBy(it => it.Conversation))
        {
            state.Assign(assigned.Conversation, assigned.Agent);
            state.Team.FindOrAdd(assigned.Agent).Held.Add(assigned.Conversation);
        }

        foreach (var waiting in snapshot.Waiting.DistinctBy(it => it.Conversation))
        {
            if (state.AgentOf(waiting.Conversation) is null)
            {
                state.Line.Add(Conversation(waiting));
            }
        }

        foreach (var agent in snapshot.Agents)
        {
            Fill(state.Team.FindOrAdd(agent.Agent), agent);
        }

        foreach (var ringing in snapshot.Offers)
        {
            if (state.Line.Find(ringing.Offer.Conversation) is { Ringing: null } conversation
                && state.Team.Find(ringing.Offer.Agent) is { Presence: Presence.Available } agent)
            {
                hands.StartRinging(conversation, agent, ringing);
            }
            else
            {
                hands.Do(new WithdrawOffer(ringing.Offer));
            }
        }

        foreach (var agent in state.Team.All)
        {
            hands.Settle(agent);
        }

        return (state, hands.Fill());
    }

    static void Fill(RoutedAgent agent, AgentSnapshot snapshot)
    {
        agent.Presence = snapshot.Presence;
        agent.Maximum = snapshot.Maximum;
        agent.IdleSince = snapshot.IdleSince;
        agent.MissedInRow = snapshot.MissedInRow;
    }

    static QueuedConversation Conversation(WaitingSnapshot snapshot)
    {
        var conversation = new QueuedConversation(
            snapshot.Conversation, snapshot.Queue, snapshot.WaitingSince, snapshot.PreferredAgent);
        conversation.Declined.UnionWith(snapshot.Declined ?? []);
        conversation.Missed.UnionWith(snapshot.Missed ?? []);
        return conversation;
    }
}
