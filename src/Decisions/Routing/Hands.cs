using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Puts conversations into agents' hands and takes them out, and notes what the driver has to do for it.</summary>
sealed class Hands(RoutingState state)
{
    readonly Placing _placing = new(state);
    // Let go, to be used again.
    readonly Stack<HeldConversation> _spare = new();
    readonly List<QueuedConversation> _queued = [];
    readonly List<QueuedConversation> _returned = [];

    public Instant Now => Instant.FromUnixTimeTicks(Ticks);

    /// <summary>The same as it is counted with.</summary>
    public long Ticks { get; private set; }

    public void Begin(long now) => Ticks = now;

    public void Do(RoutingAction action) => state.Driver.Do(action);

    /// <summary>A conversation is in the line: its timers run, and it may be offered.</summary>
    public void Queue(QueuedConversation conversation, Stage before)
    {
        Warn(conversation.Id, conversation.Matter, conversation.Stage, before);
        _queued.Add(conversation);
        _returned.Add(conversation);
    }

    /// <summary>Everything about a conversation was read anew.</summary>
    public void QueueAnew(QueuedConversation conversation)
    {
        SetStageTimer(conversation);
        _returned.Add(conversation);
    }

    public void Advance(QueuedConversation conversation)
    {
        var before = conversation.Stage;
        var stage = conversation.Treatment.StageAt(conversation, Ticks);
        if (stage != before)
        {
            state.Line.Advance(conversation, stage);
            Warn(conversation.Id, conversation.Matter, stage, before);
            _returned.Add(conversation);
        }

        SetStageTimer(conversation);
        if (conversation.ReservedAgent is { } agent)
        {
            Settle(agent);
        }
    }

    void SetStageTimer(QueuedConversation conversation)
    {
        conversation.NextStage = conversation.Treatment.After(conversation.Stage, conversation);
        if (conversation.NextStage != long.MaxValue)
        {
            state.Driver.SetStageTimer(conversation.Id, conversation.NextStage);
        }
    }

    /// <summary>
    /// A newcomer who need not be rung for and finds somebody free at once never stands in the line. When an event begins, nobody
    /// waits who could be given to anybody; so where nothing else has changed, nobody comes before them.
    /// </summary>
    /// <returns>False where they have to queue.</returns>
    public bool GiveAtOnce(in Newcomer newcomer)
    {
        var treatment = newcomer.Treatment;
        if (!treatment.Channel.Rules.AutoAccept || !newcomer.IsPlain || state.Line.IsUnsettled)
        {
            return false;
        }

        var stage = treatment.StageAt(treatment.Clock.At(newcomer.Since), Ticks);
        var circle = treatment.ClassOf(stage).Circle;
        if (!circle.HasRoom || new Choice(null, circle, state.Team).Agent is not { } agent)
        {
            return false;
        }

        Warn(newcomer.Id, newcomer.Matter, stage, default);
        Assign(newcomer.Id, newcomer.Matter, treatment, agent, WhyOf(null, circle, agent));
        return true;
    }

    /// <summary>Gives whatever can be given, most urgent first, and keeps agents free for what is late and too heavy.</summary>
    public void Fill()
    {
        if (state.Line.Count > 0)
        {
            Place();
        }

        if (_returned.Count > 0)
        {
            SetTimers();
        }

        state.Line.Rest();
    }

    void SetTimers()
    {
        foreach (var conversation in _queued)
        {
            // Whoever was taken at once needs no timer.
            if (!conversation.Gone)
            {
                SetStageTimer(conversation);
            }
        }

        foreach (var conversation in _returned)
        {
            Rest(conversation);
        }

        _queued.Clear();
        _returned.Clear();
    }

    void Place()
    {
        while (state.Line.IsUnsettled && _placing.Next(Ticks) is { Class.Circle: var circle } conversation && new Choice(conversation, circle, state.Team).Agent is { } agent)
        {
            var why = WhyOf(conversation, circle, agent);
            if (circle.Channel.Rules.AutoAccept)
            {
                Release(conversation);
                state.Line.Remove(conversation);
                Assign(conversation.Id, conversation.Matter, conversation.Treatment, agent, why);
            }
            else
            {
                Ring(conversation, agent, why);
            }

            state.Line.Look(circle);
        }

        while (state.Line.Starved.Count > 0 && _placing.NextStarved(Ticks) is var (starved, lighter))
        {
            Reserve(starved, lighter);
        }
    }

    Why WhyOf(QueuedConversation? conversation, Circle circle, RoutedAgent chosen) => !state.Explains ? Why.Untold
        : new Why(new Choice(conversation, circle, state.Team).Reason(chosen), circle.Channel.CountOf(chosen.Number), chosen.Limits[circle.Channel.Number].Maximum)
        {
            Considered = new Considered(conversation, circle, chosen, state.Team),
        };

    void Assign(long conversation, Matter matter, Treatment treatment, RoutedAgent agent, Why why)
    {
        state.Driver.Assign(conversation, agent, why);
        if (state.Rules.AutoAcceptPause > Duration.Zero)
        {
            agent.BreatherUntil = Now + state.Rules.AutoAcceptPause;
            Do(new SetTimer(agent.BreatherUntil.Value, new BreatherEnded(agent.Id)));
        }

        Hold(conversation, matter, treatment, agent);
    }

    void Ring(QueuedConversation conversation, RoutedAgent agent, Why why)
    {
        var offer = new Offer(conversation.Id, agent.Id, state.NextNumber++);
        var expiresAt = Now + conversation.Treatment.Channel.Rules.OfferTimeout;
        Do(new MakeOffer(offer, conversation.Matter.Queue, expiresAt, why));
        StartRinging(conversation, agent, new OfferSnapshot(offer, expiresAt));
    }

    public void StartRinging(QueuedConversation conversation, RoutedAgent agent, OfferSnapshot ringing)
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
    public (QueuedConversation Conversation, RoutedAgent Agent)? StopRinging(Offer offer)
    {
        if (state.Line.Find(offer.Conversation) is not { } conversation
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

    public void Withdraw(QueuedConversation conversation)
    {
        if (conversation.Ringing is { Offer: var offer } && StopRinging(offer) is var (_, agent))
        {
            Do(new WithdrawOffer(offer));
            Settle(agent);
        }
    }

    public HeldConversation Hold(long conversation, Matter matter, Treatment treatment, RoutedAgent agent)
    {
        var held = _spare.TryPop(out var used) ? used.Become(conversation, agent, matter, treatment) : new HeldConversation(conversation, agent, matter, treatment);
        held.TouchedAt = Ticks;
        state.Held.Add(conversation, held);
        agent.Held++;
        agent.MissedInRow = 0;
        agent.IdleSince = Ticks;
        Weigh(held, 1);
        return held;
    }

    public void LetGo(long conversation)
    {
        if (state.Held.Remove(conversation) is not { } held)
        {
            return;
        }

        var agent = held.Agent;
        agent.Held--;
        agent.IdleSince = Ticks;
        agent.Resting -= held.Resting ? 1 : 0;
        Weigh(held, held.Resting ? 0 : -1);
        if (agent.Removed && agent.Held == 0)
        {
            state.Team.Remove(agent);
        }

        _spare.Push(held);
    }

    public void SetIdleTimer(HeldConversation held, long due)
    {
        held.IdleTimer = due;
        Do(new SetTimer(Instant.FromUnixTimeTicks(due), new IdleReached(held.Id)));
    }

    /// <summary>Gives an agent's units back, or takes them.</summary>
    public void Weigh(HeldConversation held, int change)
    {
        held.Treatment.Channel.Count(held.Agent.Number, change);
        Settle(held.Agent);
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
    void Rest(QueuedConversation conversation)
    {
        if (conversation is { HasBeenDeclined: true, Class: not null, Pause: null })
        {
            conversation.Pause = new Pause(state.NextNumber++, Now + state.Rules.RetryPause);
            Do(new SetTimer(conversation.Pause.Until, new PauseEnded(conversation.Id, conversation.Pause.Number)));
        }
    }

    void Warn(long conversation, Matter matter, Stage stage, Stage before)
    {
        if (stage.Missed ? !before.Missed : stage.Near && !before.Near)
        {
            Do(new WarnOfTarget(conversation, matter.Queue, stage.Missed ? TargetStanding.Missed : TargetStanding.Near));
        }
    }

    public void Reserve(QueuedConversation conversation, RoutedAgent agent)
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
    public void Release(QueuedConversation conversation)
    {
        if (conversation.ReservedAgent is { } agent)
        {
            conversation.ReservedAgent = null;
            agent.ReservedFor = null;
            Unreserve(conversation);
            Settle(agent);
        }
    }

    void Unreserve(QueuedConversation conversation)
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
