namespace Kanal.Decisions.Hours;

/// <summary>An interval as text.</summary>
/// <param name="From">Opening, "09:00".</param>
/// <param name="To">Closing, "17:00"; "24:00" is midnight. Not after <paramref name="From"/> means on the day after.</param>
public sealed record IntervalDefinition(string From, string To);
