using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>A day on which nothing opens: one date, a date of every year, or a number of days from Easter Sunday.</summary>
public sealed record Holiday
{
    Holiday(string name) => Name = name;

    /// <summary>What the reader is told, such as "Christmas Day".</summary>
    public string Name { get; }

    internal LocalDate? Date { get; private init; }

    internal AnnualDate? EveryYear { get; private init; }

    internal int? DaysFromEaster { get; private init; }

    /// <summary>A holiday on one date.</summary>
    public static Holiday On(LocalDate date, string name) => new(name) { Date = date };

    /// <summary>A holiday on the same date each year. 29 February is kept on the 28th in other years.</summary>
    public static Holiday Yearly(int month, int day, string name) => new(name) { EveryYear = new AnnualDate(month, day) };

    /// <summary>A movable feast, counted in days from Western Easter Sunday: Good Friday is -2, Whit Monday 50.</summary>
    public static Holiday FromEaster(int days, string name) => new(name) { DaysFromEaster = days };

    /// <summary>True when this holiday is kept on <paramref name="date"/>.</summary>
    public bool FallsOn(LocalDate date)
    {
        if (Date is { } only)
        {
            return only == date;
        }

        return EveryYear is { } yearly
            ? yearly.InYear(date.Year) == date
            : DaysFromEaster is { } days && date.PlusDays(-days) is var sunday && Easter.Sunday(sunday.Year) == sunday;
    }
}
