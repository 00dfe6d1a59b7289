using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>A conversation that waits or rings.</summary>
/// <param name="WaitingSince">The original start of its waiting.</param>
/// <param name="Declined">Agents who declined it, or whom it is to avoid.</param>
/// <param name="Missed">Agents who let it ring.</param>
public sealed record WaitingSnapshot(
    long Conversation,
    long Queue,
    Instant WaitingSince,
    long? PreferredAgent = null,
    IReadOnlyCollection<long>? Declined = null,
    IReadOnlyCollection<long>? Missed = null);
