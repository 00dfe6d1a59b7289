using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Ring one agent. The timer comes as an action of its own.</summary>
/// <param name="Queue">Where the conversation waits.</param>
/// <param name="ExpiresAt">When it will be missed.</param>
public sealed record MakeOffer(Offer Offer, long Queue, Instant ExpiresAt, Why Why) : RoutingAction;
