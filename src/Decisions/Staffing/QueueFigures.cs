namespace Kanal.Decisions.Staffing;

/// <summary>
/// How a team and those who come to it get along, in balance. Shares are of all who come; NaN stands for what is undefined and
/// infinity for what has no bound.
/// </summary>
public sealed record QueueFigures
{
    /// <summary>How many agents this is for; a team that is not all there may be 13.2.</summary>
    public required double Agents { get; init; }

    /// <summary>Arrivals times handle time, in erlang.</summary>
    public required double Load { get; init; }

    /// <summary>Turned away because everybody is busy; NaN where people wait instead.</summary>
    public double Blocking { get; init; } = double.NaN;

    /// <summary>Of all, those who find everybody busy.</summary>
    public double WaitShare { get; init; }

    /// <summary>Of all, those who leave before an answer.</summary>
    public double Abandonment { get; init; }

    /// <summary>Of all, those who are answered within the threshold.</summary>
    public double ServiceLevel { get; init; } = 1;

    /// <summary>Mean wait of those who are answered, in seconds; NaN where nobody is.</summary>
    public double SpeedOfAnswer { get; init; }

    /// <summary>Mean wait of all, in seconds, whether they are answered or leave.</summary>
    public double MeanWait { get; init; }

    /// <summary>How many wait, on average.</summary>
    public double MeanQueue { get; init; }

    /// <summary>The share of agents who have something in hand.</summary>
    public double Occupancy { get; init; }

    /// <summary>How many conversations are in hand, on average.</summary>
    public double InService { get; init; }

    /// <summary>How many a busy agent has in hand, on average; zero where nobody ever is.</summary>
    public double Concurrency { get; init; }

    /// <summary>How long one conversation is in hand, in seconds; NaN where none ever is.</summary>
    public double HandleSeconds { get; init; } = double.NaN;
}
