using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Writes a state down, and rebuilds one from a snapshot, dropping what contradicts itself.</summary>
static class Restoration
{
    public static (RoutingState State, IReadOnlyList<RoutingAction> Actions) Of(RoutingSnapshot snapshot, Instant now)
    {
        var state = new RoutingState(snapshot.Rules)
        {
            NextNumber = snapshot.Offers.Select(ringing => ringing.Offer.Number + 1).Append(snapshot.NextNumber).Max(),
        };
        var hands = state.Step.Begin(now);
        foreach (var agent in snapshot.Agents.DistinctBy(it => it.Agent))
        {
            Add(agent, state);
        }

        foreach (var assigned in snapshot.Assigned.DistinctBy(it => it.Conversation))
        {
            Hold(assigned, state, hands);
        }

        foreach (var waiting in snapshot.Waiting.DistinctBy(it => it.Conversation))
        {
            if (!state.Knows(waiting.Conversation))
            {
                Queue(waiting, state, hands);
            }
        }

        Ring(snapshot, state, hands);
        foreach (var agent in state.Team.All)
        {
            if (agent.BreatherUntil is { } until)
            {
                hands.Do(new SetTimer(until, new BreatherEnded(agent.Id)));
            }

            hands.Settle(agent);
        }

        hands.Fill();
        return (state, state.Noted.Take());
    }

    public static RoutingSnapshot SnapshotOf(RoutingState state) => new()
    {
        Rules = state.Rules,
        NextNumber = state.NextNumber,
        Agents =
        [
            .. state.Team.All.OrderBy(it => it.Id).Select(it => new AgentSnapshot(it.Profile, it.Presence, it.PresenceSince, Instant.FromUnixTimeTicks(it.IdleSince))
            {
                MissedInRow = it.MissedInRow,
                BreatherUntil = it.BreatherUntil,
                Removed = it.Removed,
            }),
        ],
        Waiting =
        [
            .. state.Line.All.Order().Select(it => new WaitingSnapshot(it.Id, it.Matter, Instant.FromUnixTimeTicks(it.Since))
            {
                PreferredAgent = it.PreferredAgent,
                Callback = it.Terms,
                Declined = [.. it.Declined.Order()],
                Missed = [.. it.Missed.Order()],
                Pause = it.Pause,
                ReservedAgent = it.ReservedAgent?.Id,
                Stage = it.Stage,
            }),
        ],
        Assigned =
        [
            .. from it in state.Known
               let agent = it.Agent
               where agent is not null
               orderby it.Id
               select new AssignedSnapshot(it.Id, agent.Id, it.Matter)
               {
                   TouchedAt = Instant.FromUnixTimeTicks(it.TouchedAt),
                   Resting = it.Resting,
                   WrappingUp = it.WrappingUp,
                   IdleAt = it.IdleAt is { } due ? Instant.FromUnixTimeTicks(due) : null,
               },
        ],
        Offers = [.. state.Line.All.Select(it => it.Ringing).OfType<OfferSnapshot>().OrderBy(it => it.Offer.Number)],
    };

    static void Add(AgentSnapshot snapshot, RoutingState state)
    {
        var agent = state.Team.FindOrAdd(snapshot.Agent);
        state.Team.Give(agent, snapshot.Profile);
        agent.Presence = snapshot.Presence;
        agent.PresenceSince = snapshot.PresenceSince;
        agent.IdleSince = snapshot.IdleSince.ToUnixTimeTicks();
        agent.MissedInRow = snapshot.MissedInRow;
        agent.BreatherUntil = snapshot.BreatherUntil;
        agent.Removed = snapshot.Removed;
    }

    static void Hold(AssignedSnapshot snapshot, RoutingState state, Hands hands)
    {
        var agent = Staff.FindOrAdd(snapshot.Agent, state);
        var held = new Conversation { Id = snapshot.Conversation, Agent = agent }.Renew(snapshot.Matter, state.Line.Book.TreatmentOf(snapshot.Matter), null);
        (held.TouchedAt, held.IdleAt) = (snapshot.TouchedAt.ToUnixTimeTicks(), snapshot.IdleAt?.ToUnixTimeTicks());
        (held.Resting, held.WrappingUp) = (snapshot.Resting, snapshot.WrappingUp);
        state.Known.Add(held);
        agent.Held++;
        agent.Resting += held.Resting ? 1 : 0;
        hands.Weigh(held, agent, held.Resting ? 0 : 1);
        if (!held.Resting && held.IdleAt is { } due)
        {
            hands.SetIdleTimer(held, due);
        }
    }

    static void Queue(WaitingSnapshot snapshot, RoutingState state, Hands hands)
    {
        var treatment = state.Line.Book.TreatmentOf(snapshot.Matter);
        var conversation = new Conversation { Id = snapshot.Conversation, Since = snapshot.WaitingSince.ToUnixTimeTicks(), PreferredAgent = snapshot.PreferredAgent }
            .Renew(snapshot.Matter, treatment, snapshot.Callback);
        conversation.Pause = snapshot.Pause;
        snapshot.Declined.ToList().ForEach(conversation.DeclineBy);
        snapshot.Missed.ToList().ForEach(conversation.MissBy);
        state.Line.Book.Read(conversation, hands.Now);
        conversation.Stage = snapshot.Stage ?? conversation.Stage;
        state.Known.Add(conversation);
        state.Line.Add(conversation);
        hands.QueueAnew(conversation);
        if (conversation.Pause is { } pause)
        {
            hands.Do(new SetTimer(pause.Until, new PauseEnded(conversation.Id, pause.Number)));
        }
    }

    static void Ring(RoutingSnapshot snapshot, RoutingState state, Hands hands)
    {
        foreach (var ringing in snapshot.Offers)
        {
            if (state.FindWaiting(ringing.Offer.Conversation) is { Ringing: null } conversation
                && state.Team.Find(ringing.Offer.Agent) is { Presence: Presence.Available, Ringing: null } agent)
            {
                hands.StartRinging(conversation, agent, ringing);
            }
            else
            {
                hands.Do(new WithdrawOffer(ringing.Offer));
            }
        }

        foreach (var conversation in state.Line.All.Where(it => it.Ringing is null))
        {
            state.Line.Enter(conversation);
        }

        foreach (var waiting in snapshot.Waiting)
        {
            if (waiting.ReservedAgent is { } reserved
                && state.FindWaiting(waiting.Conversation) is { Class: not null, ReservedAgent: null } conversation
                && state.Team.Find(reserved) is { ReservedFor: null } agent)
            {
                hands.Reserve(conversation, agent);
            }
        }
    }
}
