using NodaTime;

namespace Kanal.Decisions.Forecasting;

/// <param name="Start">When it came, or when the slot began that it was counted in.</param>
/// <param name="Count">How many.</param>
public readonly record struct SlotCount(Instant Start, double Count);

/// <summary>
/// Counts on a grid of local days and slots of equal length. What is not known is NaN: a hole, or an hour that the clock
/// skips. An hour that comes twice in the autumn is one slot with the mean of both. Does not change; safe from any thread.
/// </summary>
public sealed class Series
{
    const int MinutesPerDay = 1440;

    readonly double[] _counts;

    Series(LocalDate first, int slotsPerDay, double[] counts)
    {
        First = first;
        SlotsPerDay = slotsPerDay;
        _counts = counts;
    }

    public LocalDate First { get; }

    /// <summary>The last day, which may end in holes; the day before the first where there is none.</summary>
    public LocalDate Last => First.PlusDays(Days - 1);

    public int Days => _counts.Length / SlotsPerDay;

    public int SlotsPerDay { get; }

    public int MinutesPerSlot => MinutesPerDay / SlotsPerDay;

    /// <summary>How many came in a slot of a day, both counted from 0; NaN where nobody knows.</summary>
    public double this[int day, int slot] => _counts[day * SlotsPerDay + slot];

    /// <param name="first">The first day.</param>
    /// <param name="slotsPerDay">48 for half hours.</param>
    /// <param name="counts">Day after day, NaN for what is not known; a last day that is not complete is filled up with holes.</param>
    public static Series Of(LocalDate first, int slotsPerDay, IReadOnlyList<double> counts)
    {
        if (slotsPerDay < 1 || MinutesPerDay % slotsPerDay != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(slotsPerDay), slotsPerDay, "A day must be a whole number of slots of whole minutes.");
        }

        var whole = new double[(counts.Count + slotsPerDay - 1) / slotsPerDay * slotsPerDay];
        Array.Fill(whole, double.NaN);
        for (var i = 0; i < counts.Count; i++)
        {
            whole[i] = counts[i] is >= 0 and < double.PositiveInfinity or double.NaN
                ? counts[i]
                : throw new ArgumentOutOfRangeException(nameof(counts), counts[i], "A count is a number of zero or more.");
        }

        return new Series(first, slotsPerDay, whole);
    }

    /// <summary>From counts at instants; slots of these days without a count are zero, and those that the clock skips are holes.</summary>
    public static Series Of(IEnumerable<SlotCount> counts, DateTimeZone zone, int minutesPerSlot, LocalDate first, LocalDate last)
    {
        var slots = MinutesPerDay / minutesPerSlot;
        var days = Math.Max(0, Period.DaysBetween(first, last) + 1);
        var sums = new double[days * slots];
        foreach (var (start, count) in counts)
        {
            var local = start.InZone(zone).LocalDateTime;
            var day = Period.DaysBetween(first, local.Date);
            if (day >= 0 && day < days)
            {
                sums[day * slots + (local.Hour * 60 + local.Minute) / minutesPerSlot] += count;
            }
        }

        for (var i = 0; i < sums.Length; i++)
        {
            // A slot that comes twice counts for both.
            var times = zone.MapLocal(first.PlusDays(i / slots).AtMidnight().PlusMinutes(i % slots * minutesPerSlot)).Count;
            sums[i] = times == 0 ? double.NaN : sums[i] / times;
        }

        return Of(first, slots, sums);
    }

    /// <summary>The same up to a day.</summary>
    public Series Until(LocalDate last) =>
        new(First, SlotsPerDay, _counts[..(Math.Clamp(Period.DaysBetween(First, last) + 1, 0, Days) * SlotsPerDay)]);

    /// <summary>The same without the days before one.</summary>
    public Series Since(LocalDate first) => first <= First ? this
        : new(first, SlotsPerDay, _counts[(Math.Clamp(Period.DaysBetween(First, first), 0, Days) * SlotsPerDay)..]);

    /// <summary>All that came on a day and is known.</summary>
    public double Total(int day)
    {
        var sum = 0.0;
        for (var slot = 0; slot < SlotsPerDay; slot++)
        {
            sum += double.IsNaN(this[day, slot]) ? 0 : this[day, slot];
        }

        return sum;
    }

    /// <summary>How many slots of a day are known.</summary>
    public int Known(int day)
    {
        var known = 0;
        for (var slot = 0; slot < SlotsPerDay; slot++)
        {
            known += double.IsNaN(this[day, slot]) ? 0 : 1;
        }

        return known;
    }

    internal IsoDayOfWeek WeekdayOf(int day) => First.PlusDays(day).DayOfWeek;
}
