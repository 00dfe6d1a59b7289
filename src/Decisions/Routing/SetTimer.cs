using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Hand <paramref name="Event"/> to the router at <paramref name="Due"/>, or at once when that has passed. It never needs cancelling.</summary>
public sealed record SetTimer(Instant Due, RoutingEvent Event) : RoutingAction;
