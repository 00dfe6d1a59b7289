using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>Drives the router as the live loop would, with a clock that is moved by hand.</summary>
sealed class Floor(RoutingRules? rules = null)
{
    readonly List<SetTimer> _timers = [];

    public Instant Now { get; private set; } = Instant.FromUtc(2026, 3, 20, 9, 0);

    public RoutingState State { get; private set; } = new(rules ?? new RoutingRules());

    public List<RoutingAction> Said { get; } = [];

    public IReadOnlyList<SetTimer> Timers => _timers;

    public IReadOnlyList<RoutingAction> Happens(RoutingEvent @event)
    {
        var actions = Router.Handle(State, @event, Now);
        Said.AddRange(actions);
        _timers.AddRange(actions.OfType<SetTimer>());
        return actions;
    }

    public void Available(long agent, int maximum = 1) => Happens(new AgentPresenceChanged(agent, Presence.Available, maximum));

    public void Is(long agent, Presence presence, int maximum = 1) => Happens(new AgentPresenceChanged(agent, presence, maximum));

    public void Queued(long conversation, long? preferred = null, long? notAgent = null, Instant? since = null) =>
        Happens(new ConversationQueued(conversation, 1, since ?? Now, preferred, notAgent));

    public void Accepts(long conversation) => Happens(new OfferAccepted(OfferOf(conversation)));

    public void Declines(long conversation) => Happens(new OfferDeclined(OfferOf(conversation)));

    public Offer OfferOf(long conversation) =>
        State.RingingOffer(conversation)?.Offer ?? throw new InvalidOperationException($"{conversation} does not ring");

    public long? RingsAt(long conversation) => State.RingingOffer(conversation)?.Offer.Agent;

    public void Pass(int seconds)
    {
        var until = Now + Duration.FromSeconds(seconds);
        while (_timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due) is { } next)
        {
            _timers.Remove(next);
            Now = Instant.Max(Now, next.Due);
            Happens(next.Event);
        }

        Now = until;
    }

    /// <summary>Time passes and the timers are late.</summary>
    public void Tick(int seconds) => Now += Duration.FromSeconds(seconds);

    public IReadOnlyList<RoutingAction> Restart()
    {
        (State, var actions) = Router.Restore(State.Snapshot(), Now);
        _timers.Clear();
        _timers.AddRange(actions.OfType<SetTimer>());
        return actions;
    }

    public SetTimer TakeTimer(int which)
    {
        var timer = _timers[which % _timers.Count];
        _timers.Remove(timer);
        Now = Instant.Max(Now, timer.Due);
        return timer;
    }
}
