using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>How quickly a line is served from an instant on, until the next period: breaks and closing change it.</summary>
/// <param name="CompletionsPerSecond">Conversations that all agents together finish in a second when all are busy.</param>
public sealed record StaffPeriod(Instant From, double CompletionsPerSecond);
