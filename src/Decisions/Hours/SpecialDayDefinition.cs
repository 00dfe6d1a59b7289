namespace Kanal.Decisions.Hours;

/// <summary>A special day as text.</summary>
/// <param name="Date">"2026-12-24".</param>
/// <param name="Name">What the reader is told.</param>
/// <param name="Intervals">The hours; null or none means closed all day.</param>
public sealed record SpecialDayDefinition(string Date, string Name, IReadOnlyList<IntervalDefinition>? Intervals = null);
