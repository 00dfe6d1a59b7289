using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Decisions.Forecasting;

namespace Kanal.Centre.Planning;

/// <summary>What is expected of a line, who is needed and who is planned, by half hour. Undefined is null, with the reason beside it.</summary>
public sealed record Plan
{
    public required Id Site { get; init; }
    public required Id Queue { get; init; }
    public required string Channel { get; init; }
    public required string TimeZone { get; init; }
    public required DateOnly From { get; init; }
    public required int Days { get; init; }

    /// <summary>When it was worked out; half hours before it are over.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Letters wait until there is time for them.</summary>
    public required bool Letters { get; init; }

    public required PlanTarget Target { get; init; }
    public required double Shrinkage { get; init; }

    /// <summary>For what part of days like the forecast there are to be enough people.</summary>
    public required double Quantile { get; init; }

    /// <summary>How many an agent holds at once.</summary>
    public required int AtOnce { get; init; }

    /// <summary>How long one takes an agent who has no other.</summary>
    public required double HandleSeconds { get; init; }

    /// <summary>How many were measured for that; 0 where the usual is assumed.</summary>
    public required int Handled { get; init; }

    /// <summary>How long customers would wait on average before they leave; null for letters.</summary>
    public double? PatienceSeconds { get; init; }

    public required PlanFactor Factor { get; init; }
    public required PlanForecast Forecast { get; init; }

    /// <summary>In order; a day has 46 or 50 where the clock is set.</summary>
    public required IReadOnlyList<PlanSlot> Slots { get; init; }

    public required IReadOnlyList<PlanDay> Daily { get; init; }
    public required PlanTotals Totals { get; init; }

    /// <summary>What whoever reads it should know.</summary>
    public required IReadOnlyList<Sentence> Notes { get; init; }
}

/// <param name="Value">How much of an agent of the formula one of this team is: 1 where nothing can be said.</param>
/// <param name="Used">It is applied here.</param>
/// <param name="Reason">Why it could not be fitted.</param>
public sealed record PlanFactor(double Value, bool Used, Sentence? Reason);

/// <param name="Ready">False where too little is known to say anything.</param>
/// <param name="Reasons">Why not, or why with care.</param>
/// <param name="Method">How it was made.</param>
/// <param name="Wape">Of past days, a day ahead: the sum of what it was wrong by over the sum of what came.</param>
/// <param name="NaiveWape">The same of "as a week ago".</param>
/// <param name="History">Days that it was made from.</param>
public sealed record PlanForecast(bool Ready, IReadOnlyList<Sentence> Reasons, ForecastMethod Method, double? Wape, double? NaiveWape, int History);

/// <summary>Half an hour.</summary>
public sealed record PlanSlot
{
    public required DateTimeOffset Start { get; init; }

    /// <summary>Some of it is open.</summary>
    public required bool Open { get; init; }

    /// <summary>What came, where it has begun.</summary>
    public SlotActual? Actual { get; init; }

    public SlotForecast? Forecast { get; init; }

    /// <summary>People who must be there for the target; null where nothing is expected or nobody could.</summary>
    public double? Required { get; init; }

    /// <summary>People who must be planned for so many to be there.</summary>
    public double? Scheduled { get; init; }

    /// <summary>People who are planned and fall to this line, the breaks taken off; those who serve several lines are shared out.</summary>
    public required double Planned { get; init; }

    /// <summary>Planned less scheduled: below zero there are too few.</summary>
    public double? Gap { get; init; }

    /// <summary>What can be expected of those who are planned.</summary>
    public SlotExpected? Expected { get; init; }
}

public sealed record SlotActual(int Offered, int Answered, int Within, int Abandoned, double? SpeedOfAnswerSeconds, double? HandleSeconds);

/// <param name="Low">One of ten such half hours has no more.</param>
/// <param name="High">One of ten has more.</param>
/// <param name="Before">As it was before today's contacts were known; null where they change nothing.</param>
public sealed record SlotForecast(double Mean, double Low, double High, double? Before = null);

public sealed record SlotExpected(double? ServiceLevel, double? SpeedOfAnswerSeconds, double? Abandonment, double? Occupancy);

/// <param name="Open">Open at some time of the day.</param>
/// <param name="Special">The name of a holiday or special day.</param>
public sealed record PlanDay(DateOnly Date, bool Open, string? Special, PlanTotals Totals);

/// <summary>Sums over half hours.</summary>
/// <param name="Offered">Who came; null where it has not begun.</param>
/// <param name="ActualServiceLevel">Answered in time over offered.</param>
/// <param name="Forecast">Who is expected.</param>
/// <param name="ServiceLevel">Expected of those who are planned.</param>
/// <param name="Abandonment">Expected, too.</param>
/// <param name="RequiredHours">Hours in which people must be there.</param>
/// <param name="ScheduledHours">Hours that must be planned for that.</param>
/// <param name="PlannedHours">Hours that are.</param>
/// <param name="ShortSlots">Half hours with too few.</param>
public sealed record PlanTotals(
    int? Offered, double? ActualServiceLevel, double? Forecast, double? ServiceLevel, double? Abandonment, double RequiredHours, double ScheduledHours, double PlannedHours, int ShortSlots);

/// <summary>What would be otherwise; what is left out stays.</summary>
/// <param name="People">More people at every open half hour, or fewer: -50 to 50.</param>
/// <param name="TargetSeconds">Within which customers are answered.</param>
/// <param name="TargetShare">0.01 to 0.99.</param>
/// <param name="AtOnce">How many an agent holds, 1 to 12.</param>
/// <param name="Shrinkage">0 to 0.8.</param>
/// <param name="Contacts">Of what is forecast, such as 1.1 for a tenth more: 0.1 to 10.</param>
public sealed record PlanChange(int? People = null, int? TargetSeconds = null, double? TargetShare = null, int? AtOnce = null, double? Shrinkage = null, double? Contacts = null);

public sealed record WhatIfRequest(Id Site, Id Queue, string Channel, DateOnly From, int Days, PlanChange Change);

/// <summary>What a change would do.</summary>
/// <param name="Now">As it is planned.</param>
/// <param name="Then">As it would be.</param>
/// <param name="Texts">The difference in sentences.</param>
public sealed record WhatIf(PlanTotals Now, Plan Then, IReadOnlyList<Sentence> Texts);
