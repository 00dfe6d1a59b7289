using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>A date with hours of its own, in the place of its weekday's hours and of any holiday.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Name">What the reader is told, such as "Inventory".</param>
/// <param name="Intervals">The hours; none means closed all day.</param>
public sealed record SpecialDay(LocalDate Date, string Name, IReadOnlyList<OpeningInterval> Intervals);
