using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Puts conversations into agents' hands and takes them out, and notes what the driver has to do for it.</summary>
sealed class Hands(RoutingState state)
{
    readonly Placing _placing = new(state);
    readonly List<QueuedConversation> _queued = [];
    readonly List<QueuedConversation> _returned = [];
    List<RoutingAction>? _actions;

    public Instant Now { get; private set; }

    public void Begin(Instant now) => (Now, _actions) = (now, null);

    /// <summary>All there is to do; never changed afterwards.</summary>
    public IReadOnlyList<RoutingAction> Done() => _actions ?? (IReadOnlyList<RoutingAction>)[];

    public void Do(RoutingAction action) => (_actions ??= []).Add(action);

    /// <summary>A conversation is in the line: its timers run, and it may be offered.</summary>
    public void Queue(QueuedConversation conversation, Stage before)
    {
        Warn(conversation, before);
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
        var stage = conversation.Treatment.StageAt(conversation, Now.ToUnixTimeTicks());
        if (stage != before)
        {
            state.Line.Advance(conversation, stage);
            Warn(conversation, before);
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
            Do(new SetTimer(Instant.FromUnixTimeTicks(conversation.NextStage), new StageReached(conversation.Id)));
        }
    }

    /// <summary>Gives whatever can be given, most urgent first, and keeps agents free for what is late and too heavy.</summary>
    public void Fill()
    {
        while (_placing.Next(Now) is { Class.Circle: var circle } conversation && Choice.Of(conversation, circle, state.Team) is { } choice)
        {
            var channel = circle.Channel;
            var why = new Why(choice.For, channel.Counts[choice.Agent.Number], choice.Agent.Limits[channel.Number].Maximum)
            {
                Considered = state.Explains ? new Considered(conversation, circle, choice.Agent, state.Team) : null,
            };
            if (channel.Rules.AutoAccept)
            {
                Assign(conversation, choice.Agent, why);
            }
            else
            {
                Ring(conversation, choice.Agent, why);
            }
        }

        while (_placing.NextStarved(Now) is var (starved, agent))
        {
            Reserve(starved, agent);
        }

        state.Line.Unsettled.Clear();
        state.Line.Starved.Clear();
        foreach (var conversation in _queued)
        {
            // Whoever was taken at once needs no timer.
            if (ReferenceEquals(state.Line.Find(conversation.Id), conversation))
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

    void Assign(QueuedConversation conversation, RoutedAgent agent, Why why)
    {
        Release(conversation);
        state.Line.Remove(conversation);
        Do(new AssignTo(conversation.Id, agent.Id, why));
        if (state.Rules.AutoAcceptPause > Duration.Zero)
        {
            agent.BreatherUntil = Now + state.Rules.AutoAcceptPause;
            Do(new SetTimer(agent.BreatherUntil.Value, new BreatherEnded(agent.Id)));
        }

        Hold(conversation.Id, conversation.Matter, conversation.Treatment, agent);
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
        var held = new HeldConversation(conversation, agent, matter, treatment) { TouchedAt = Now };
        state.Held.Add(conversation, held);
        agent.Held.Add(conversation);
        agent.MissedInRow = 0;
        agent.IdleSince = Now;
        Weigh(held, 1);
        return held;
    }

    public void LetGo(long conversation)
    {
        if (!state.Held.Remove(conversation, out var held))
        {
            return;
        }

        var agent = held.Agent;
        agent.Held.Remove(conversation);
        agent.IdleSince = Now;
        agent.Resting -= held.Resting ? 1 : 0;
        Weigh(held, held.Resting ? 0 : -1);
        if (agent.Removed && agent.Held.Count == 0)
        {
            state.Team.Remove(agent);
        }
    }

    public void SetIdleTimer(HeldConversation held, Instant due)
    {
        held.IdleTimer = due;
        Do(new SetTimer(due, new IdleReached(held.Id)));
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
        if (fits)
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
        if (conversation is { Class: not null, Pause: null, Declined.Count: > 0 })
        {
            conversation.Pause = new Pause(state.NextNumber++, Now + state.Rules.RetryPause);
            Do(new SetTimer(conversation.Pause.Until, new PauseEnded(conversation.Id, conversation.Pause.Number)));
        }
    }

    void Warn(QueuedConversation conversation, Stage before)
    {
        var stage = conversation.Stage;
        if (stage.Missed ? !before.Missed : stage.Near && !before.Near)
        {
            Do(new WarnOfTarget(conversation.Id, conversation.Matter.Queue, stage.Missed ? TargetStanding.Missed : TargetStanding.Near));
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
