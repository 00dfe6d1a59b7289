using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>
/// Local opening hours within a day. An interval contains its opening minute and not its closing one.
/// It belongs to the day it opens; when <paramref name="End"/> is not after <paramref name="Start"/> it closes on the day after,
/// so 22:00 to 02:00 crosses midnight and 00:00 to 00:00 is the whole day.
/// </summary>
/// <param name="Start">Local time of opening.</param>
/// <param name="End">Local time of closing; midnight stands for 24:00.</param>
public readonly record struct OpeningInterval(LocalTime Start, LocalTime End)
{
    /// <summary>From midnight to midnight, 23 or 25 hours long when the clock is set.</summary>
    public static OpeningInterval WholeDay { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    /// <summary>True when it closes on the day after it opened.</summary>
    public bool CrossesMidnight => End <= Start;

    internal LocalDateTime OpensOn(LocalDate date) => date + Start;

    internal LocalDateTime ClosesAfter(LocalDate date) => (CrossesMidnight ? date.PlusDays(1) : date) + End;
}
