using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>An offer that rings.</summary>
/// <param name="ExpiresAt">When it will be missed; may have passed.</param>
public sealed record OfferSnapshot(Offer Offer, Instant ExpiresAt);
