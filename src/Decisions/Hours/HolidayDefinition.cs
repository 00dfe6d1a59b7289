namespace Kanal.Decisions.Hours;

/// <summary>A holiday as text: either a date or a number of days from Easter Sunday.</summary>
/// <param name="Name">What the reader is told.</param>
/// <param name="Date">"2026-12-25" for one date, "12-25" for every year; null when <paramref name="EasterOffset"/> is given.</param>
/// <param name="EasterOffset">Days from Western Easter Sunday, from -100 to 200: Good Friday is -2, Whit Monday 50.</param>
public sealed record HolidayDefinition(string Name, string? Date = null, int? EasterOffset = null);
