using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>Drives the router as the live loop would, with a clock that is moved by hand.</summary>
sealed class Floor(RoutingRules? rules = null)
{
    readonly List<SetTimer> _timers = [];

    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 20, 9, 0);

    public RoutingState State { get; private set; } = new(rules ?? Plain);

    public List<RoutingAction> Said { get; } = [];

    public IReadOnlyList<SetTimer> Timers => _timers;

    /// <summary>Chats that never rest, as light as can be, so that only the maximum counts.</summary>
    public static RoutingRules Plain { get; } = new() { Channels = [new ChannelRules("chat") { Weight = 1 }] };

    public IReadOnlyList<RoutingAction> Happens(RoutingEvent @event)
    {
        var actions = Router.Handle(State, @event, Now);
        Said.AddRange(actions);
        _timers.AddRange(actions.OfType<SetTimer>());
        return actions;
    }

    public void Available(long agent, int maximum = 1) => Is(agent, Presence.Available, maximum);

    public void Is(long agent, Presence presence, int maximum = 1)
    {
        Happens(new AgentChanged(new AgentProfile(agent) { Channels = new Dictionary<string, ChannelAllowance> { ["chat"] = new(null, maximum) } }));
        Happens(new AgentPresenceChanged(agent, presence));
    }

    public void Available(AgentProfile profile)
    {
        Happens(new AgentChanged(profile));
        Happens(new AgentPresenceChanged(profile.Agent, Presence.Available));
    }

    public void Queued(long conversation, long? preferred = null, long? notAgent = null, Instant? since = null, string channel = "chat", long queue = 1) =>
        Happens(new ConversationQueued(conversation, queue, channel, 1, since ?? Now) { PreferredAgent = preferred, NotAgent = notAgent });

    public void Takes(long agent, params IEnumerable<long> conversations)
    {
        foreach (var conversation in conversations)
        {
            Happens(new ConversationTaken(conversation, agent) { Matter = new Matter(1, "chat", 1) });
        }
    }

    public void Holds(long agent, string channel, params IEnumerable<long> conversations)
    {
        foreach (var conversation in conversations)
        {
            Happens(new ConversationTaken(conversation, agent) { Matter = new Matter(1, channel, 1) });
        }
    }

    public void Accepts(long conversation) => Happens(new OfferAccepted(OfferOf(conversation)));

    public void Declines(long conversation) => Happens(new OfferDeclined(OfferOf(conversation)));

    public Offer OfferOf(long conversation) =>
        State.RingingOffer(conversation)?.Offer ?? throw new InvalidOperationException($"{conversation} does not ring");

    public long? RingsAt(long conversation) => State.RingingOffer(conversation)?.Offer.Agent;

    public int LoadOf(long agent) => State.LoadOf(agent)?.Conversations ?? 0;

    public void Pass(int seconds) => PassUntil(Now + Duration.FromSeconds(seconds));

    public void PassUntil(Instant until)
    {
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
