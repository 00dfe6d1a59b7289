using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Who gets what: the rules, and nothing else. The live loop and the simulator drive the same code.</summary>
public static class Router
{
    /// <summary>
    /// Takes in what happened and says what to do, in order. When it returns, no conversation waits unoffered that somebody
    /// could be offered: an agent who may take it, has room, is being asked nothing else, and has not declined it.
    /// </summary>
    /// <param name="state">Changed in place.</param>
    /// <param name="event">What happened; out of date or unknown is no error and changes nothing.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">An event that no rule is written for.</exception>
    public static IReadOnlyList<RoutingAction> Handle(RoutingState state, RoutingEvent @event, Instant now)
    {
        state.Step.Take(@event, now);
        return state.Noted.Take();
    }

    /// <summary>Rebuilds the state after a restart, and says what to do to go on: timers, new offers, offers withdrawn.</summary>
    public static (RoutingState State, IReadOnlyList<RoutingAction> Actions) Restore(RoutingSnapshot snapshot, Instant now) =>
        Restoration.Of(snapshot, now);
}
