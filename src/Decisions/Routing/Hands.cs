using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Puts conversations into agents' hands and takes them out, and notes what the driver has to do for it.</summary>
sealed class Hands(RoutingState state)
{
    readonly Placing _placing = new(state);
    readonly List<Conversation> _returned = [];
    Conversation? _newcomer;

    public Instant Now => Instant.FromUnixTimeTicks(Ticks);

    /// <summary>The same as it is counted with.</summary>
    public long Ticks { get; private set; }

    public void Begin(long now) => Ticks = now;

    public void Do(RoutingAction action) => state.Driver.Do(action);

    /// <summary>A conversation is in the line: it may be offered, and its timers run if nobody takes it at once.</summary>
    public void Queue(Conversation newcomer)
    {
        Warn(newcomer, newcomer.Stage, default);
        _newcomer = newcomer;
    }

    /// <summary>Everything about a conversation was read anew.</summary>
    public void QueueAnew(Conversation conversation)
    {
        SetStageTimer(conversation);
        _returned.Add(conversation);
    }

    public void Advance(Conversation conversation)
    {
        var before = conversation.Stage;
        var stage = conversation.Treatment.StageAt(conversation, Ticks);
        if (stage != before)
        {
            state.Line.Advance(conversation, stage);
            Warn(conversation, stage, before);
            _returned.Add(conversation);
        }

        SetStageTimer(conversation);
        if (conversation.ReservedAgent is { } agent)
        {
            Settle(agent);
        }
    }

    void SetStageTimer(Conversation conversation)
    {
        conversation.NextStage = conversation.Treatment.After(conversation.Stage, conversation);
        if (conversation.NextStage != long.MaxValue)
        {
            state.Driver.SetStageTimer(conversation, conversation.NextStage);
        }
    }

    /// <summary>
    /// A newcomer who need not be rung for and finds somebody free at once never stands in the line. When an event begins, nobody
    /// waits who could be given to anybody; so where nothing else has changed, nobody comes before them.
    /// </summary>
    /// <returns>False where they have to queue.</returns>
    public bool GiveAtOnce(Conversation newcomer)
    {
        var treatment = newcomer.Treatment;
        if (!treatment.Channel.Rules.AutoAccept || newcomer.Terms is not null || !newcomer.IsPlain || state.Line.IsUnsettled)
        {
            return false;
        }

        var circle = treatment.ClassOf(newcomer.Stage).Circle;
        if (!circle.HasRoom || new Choice(newcomer, circle, state.Team).Agent is not { } agent)
        {
            return false;
        }

        Warn(newcomer, newcomer.Stage, default);
        Assign(newcomer, agent, WhyOf(newcomer, circle, agent));
        Settle(agent);
        return true;
    }

    /// <summary>A conversation takes no more of its agent, who goes on with the next one.</summary>
    public void End(Conversation conversation)
    {
        if (conversation.Agent is { } agent)
        {
            state.Known.Remove(conversation);
            if (Holdings.Remove(conversation, agent, Ticks) is not { } channel || !GoOn(agent, channel))
            {
                LeaveWith(agent);
            }
        }
    }

    // Stands in all sets as before, with another of the same kind; who asks why wants to see that they were free.
    bool GoOn(RoutedAgent agent, RoutedChannel channel)
    {
        if (_placing.NextAfter(agent, channel, Ticks) is not { Class.Circle: var circle } conversation)
        {
            return false;
        }

        if (state.Explains)
        {
            Settle(agent);
        }

        Give(conversation, circle, agent);
        if (state.Explains || agent.BreatherUntil is not null)
        {
            Settle(agent);
        }
        else
        {
            state.Team.Renew(agent);
        }

        return true;
    }

    // The agent is still to be settled.
    void Give(Conversation conversation, Circle circle, RoutedAgent agent)
    {
        var why = WhyOf(conversation, circle, agent);
        Release(conversation);
        state.Line.Remove(conversation);
        Assign(conversation, agent, why);
    }

    /// <summary>Gives whatever can be given, most urgent first, and keeps agents free for what is late and too heavy.</summary>
    public void Fill()
    {
        if (state.Line.Count > 0)
        {
            Place();
        }

        if (_newcomer is { } newcomer)
        {
            _newcomer = null;
            SetTimers(newcomer);
        }

        if (_returned.Count > 0)
        {
            Rest();
        }

        state.Line.Rest();
    }

    void Rest()
    {
        foreach (var conversation in _returned)
        {
            Rest(conversation);
        }

        _returned.Clear();
    }

    // Whoever was taken at once needs none.
    void SetTimers(Conversation newcomer)
    {
        if (newcomer.Agent is null)
        {
            SetStageTimer(newcomer);
            Rest(newcomer);
        }
    }

    void Place()
    {
        while (state.Line.IsUnsettled && _placing.Next(Ticks) is { Class.Circle: var circle } conversation && new Choice(conversation, circle, state.Team).Agent is { } agent)
        {
            if (circle.Channel.Rules.AutoAccept)
            {
                Give(conversation, circle, agent);
                Settle(agent);
            }
            else
            {
                Ring(conversation, agent, WhyOf(conversation, circle, agent));
            }

            state.Line.Look(circle);
        }

        while (state.Line.Starved.Count > 0 && _placing.NextStarved(Ticks) is var (starved, lighter))
        {
            Reserve(starved, lighter);
        }
    }

    Why WhyOf(Conversation conversation, Circle circle, RoutedAgent chosen) => !state.Explains ? Why.Untold
        : new Why(new Choice(conversation, circle, state.Team).Reason(chosen), circle.Channel.CountOf(chosen.Number), chosen.Limits[circle.Channel.Number].Maximum)
        {
            Considered = new Considered(conversation, circle, chosen, state.Team),
        };

    // The agent is still to be settled.
    void Assign(Conversation conversation, RoutedAgent agent, Why why)
    {
        state.Driver.Assign(conversation, agent, why);
        if (state.Rules.AutoAcceptPause > Duration.Zero)
        {
            agent.BreatherUntil = Now + state.Rules.AutoAcceptPause;
            Do(new SetTimer(agent.BreatherUntil.Value, new BreatherEnded(agent.Id)));
        }

        Holdings.Add(conversation, agent, Ticks);
    }

    void Ring(Conversation conversation, RoutedAgent agent, Why why)
    {
        var offer = new Offer(conversation.Id, agent.Id, state.NextNumber++);
        var expiresAt = Now + conversation.Treatment.Channel.Rules.OfferTimeout;
        Do(new MakeOffer(offer, conversation.Matter.Queue, expiresAt, why));
        StartRinging(conversation, agent, new OfferSnapshot(offer, expiresAt));
    }

    public void StartRinging(Conversation conversation, RoutedAgent agent, OfferSnapshot ringing)
    {
        Release(conversation);
        state.Line.Leave(conversation);
        conversation.Ringing = ringing;
        conversation.Pause = null;
        agent.Ringing = conversation;
        conversation.Treatment.Channel.Count(agent.Number, 1);
        Settle(agent);
        Do(new SetTimer(ringing.ExpiresAt, new OfferTimedOut(ringing.Offer)));
    }

    /// <summary>Ends an offer and leaves its conversation ready; null when the offer has ended before. The agent is still to be settled.</summary>
    public (Conversation Conversation, RoutedAgent Agent)? StopRinging(Offer offer)
    {
        if (state.FindWaiting(offer.Conversation) is not { } conversation
            || conversation.Ringing?.Offer != offer
            || state.Team.Find(offer.Agent) is not { } agent)
        {
            return null;
        }

        conversation.Ringing = null;
        agent.Ringing = null;
        conversation.Treatment.Channel.Count(agent.Number, -1);
        state.Line.Enter(conversation);
        _returned.Add(conversation);
        return (conversation, agent);
    }

    public void Hold(Conversation conversation, RoutedAgent agent)
    {
        Holdings.Add(conversation, agent, Ticks);
        Settle(agent);
    }

    /// <summary>It is nobody's from now on, and waits no more.</summary>
    public void LetGo(Conversation conversation)
    {
        if (conversation.Agent is { } agent)
        {
            Holdings.Remove(conversation, agent, Ticks);
            LeaveWith(agent);
        }
        else
        {
            if (conversation.Ringing is { Offer: var offer } && StopRinging(offer) is var (_, ringing))
            {
                Do(new WithdrawOffer(offer));
                Settle(ringing);
            }

            Release(conversation);
            state.Line.Remove(conversation);
        }

        state.Known.Remove(conversation);
    }

    void LeaveWith(RoutedAgent agent)
    {
        Settle(agent);
        if (agent.Removed && agent.Held == 0)
        {
            state.Team.Remove(agent);
        }
    }

    public void SetIdleTimer(Conversation held, long due)
    {
        held.IdleTimer = due;
        Do(new SetTimer(Instant.FromUnixTimeTicks(due), new IdleReached(held.Id)));
    }

    /// <summary>Gives an agent's units back, or takes them.</summary>
    public void Weigh(Conversation held, RoutedAgent agent, int change)
    {
        held.Treatment.Channel.Count(agent.Number, change);
        Settle(agent);
    }

    /// <summary>To be called whenever an agent was changed: an unavailable one rings no more, one with new room unblocks.</summary>
    public void Settle(RoutedAgent agent)
    {
        if (agent.Presence != Presence.Available && agent.Ringing?.Ringing is { Offer: var offer } && StopRinging(offer) is not null)
        {
            Do(new WithdrawOffer(offer));
        }

        if (agent.ReservedFor is { } reserved && (agent.Presence != Presence.Available || reserved.Class is not { Tier: <= 1 } || !reserved.Class.Circle.Members.Has(agent.Number)))
        {
            reserved.ReservedAgent = null;
            agent.ReservedFor = null;
            Unreserve(reserved);
        }

        var (fits, lighter) = state.Team.Settle(agent);
        // Where nobody waits, whoever comes sees for themselves.
        if (fits && state.Line.Count > 0)
        {
            state.Line.Unsettled.UnionWith(agent.Circles);
        }

        if (lighter)
        {
            state.Line.Starved.UnionWith(agent.Circles);
        }

        if (agent.ReservedFor is { Ripe: false, Class.Circle.Channel: var channel } waiting && agent.IsReadyFor(channel))
        {
            waiting.Ripe = true;
            state.Line.Ripe.Add(waiting);
        }
    }

    /// <summary>Who declined it is left alone with it for a while, then everyone is asked again.</summary>
    void Rest(Conversation conversation)
    {
        if (conversation is { HasBeenDeclined: true, Class: not null, Pause: null })
        {
            conversation.Pause = new Pause(state.NextNumber++, Now + state.Rules.RetryPause);
            Do(new SetTimer(conversation.Pause.Until, new PauseEnded(conversation.Id, conversation.Pause.Number)));
        }
    }

    void Warn(Conversation conversation, Stage stage, Stage before)
    {
        if (stage.Missed ? !before.Missed : stage.Near && !before.Near)
        {
            Do(new WarnOfTarget(conversation.Id, conversation.Matter.Queue, stage.Missed ? TargetStanding.Missed : TargetStanding.Near));
        }
    }

    public void Reserve(Conversation conversation, RoutedAgent agent)
    {
        conversation.ReservedAgent = agent;
        agent.ReservedFor = conversation;
        if (conversation.Class is { } its)
        {
            its.Reserved++;
        }

        Settle(agent);
    }

    /// <summary>Nobody is kept free for it any longer.</summary>
    void Release(Conversation conversation)
    {
        if (conversation.ReservedAgent is { } agent)
        {
            conversation.ReservedAgent = null;
            agent.ReservedFor = null;
            Unreserve(conversation);
            Settle(agent);
        }
    }

    void Unreserve(Conversation conversation)
    {
        if (conversation.Class is { } its)
        {
            its.Reserved--;
        }

        if (conversation.Ripe)
        {
            conversation.Ripe = false;
            state.Line.Ripe.Remove(conversation);
        }

        state.Line.Stir(conversation);
    }
}
