using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>The hours that hold on one date.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Intervals">The intervals that open on this date, earliest first; none means closed.</param>
/// <param name="Name">The special day or holiday that set them; null on an ordinary weekday.</param>
public readonly record struct DayHours(LocalDate Date, IReadOnlyList<OpeningInterval> Intervals, string? Name);
