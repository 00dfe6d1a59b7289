namespace Kanal.Decisions.Routing;

/// <summary>
/// Which offer is meant. <paramref name="Number"/> tells it from earlier offers of the same conversation to the same agent;
/// numbers rise for as long as a <see cref="RoutingState"/> lives, and through <see cref="RoutingSnapshot.NextNumber"/> beyond it.
/// </summary>
public readonly record struct Offer(long Conversation, long Agent, long Number);
