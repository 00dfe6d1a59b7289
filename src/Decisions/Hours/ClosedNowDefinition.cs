namespace Kanal.Decisions.Hours;

/// <summary>
/// The switch "close now" as text. Its times are either "2026-12-24T14:00:00Z" (any offset) or "2026-12-24T15:00" in the
/// calendar's own zone.
/// </summary>
/// <param name="Reason">What the reader is told.</param>
/// <param name="Until">When the calendar holds again; null means until further notice.</param>
/// <param name="From">When it was switched; null means that it has always been, which empties the past as well.</param>
public sealed record ClosedNowDefinition(string Reason, string? Until = null, string? From = null);
