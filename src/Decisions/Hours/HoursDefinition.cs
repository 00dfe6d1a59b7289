namespace Kanal.Decisions.Hours;

/// <summary>Opening hours as settings keep them and people edit them: plain texts, ready for JSON in camel case.</summary>
public sealed record HoursDefinition
{
    static readonly IReadOnlyList<IntervalDefinition> NineToFive = [new("09:00", "17:00")];

    /// <summary>Name of a time zone of the IANA database, such as "Europe/Copenhagen".</summary>
    public string TimeZone { get; init; } = "Europe/Copenhagen";

    /// <summary>Intervals by weekday, "monday" to "sunday"; a weekday that is missing is closed. Monday to Friday 9 to 17 until set.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IntervalDefinition>> Week { get; init; } =
        new Dictionary<string, IReadOnlyList<IntervalDefinition>>
        {
            ["monday"] = NineToFive,
            ["tuesday"] = NineToFive,
            ["wednesday"] = NineToFive,
            ["thursday"] = NineToFive,
            ["friday"] = NineToFive,
        };

    /// <summary>Days on which nothing opens.</summary>
    public IReadOnlyList<HolidayDefinition> Holidays { get; init; } = [];

    /// <summary>Dates with hours of their own; they come before holidays and weekdays.</summary>
    public IReadOnlyList<SpecialDayDefinition> SpecialDays { get; init; } = [];

    /// <summary>The switch "close now", when it is set.</summary>
    public ClosedNowDefinition? ClosedNow { get; init; }

    /// <summary>A sentence for each thing that is wrong, naming its place; empty when all is well.</summary>
    public IReadOnlyList<FormattableString> Check()
    {
        _ = OpeningCalendar.From(this, out var problems);
        return problems;
    }
}
