namespace Kanal.Decisions.Staffing;

/// <summary>What a team has to keep; all of those that are given.</summary>
public sealed record StaffingTargets
{
    /// <summary>At least this share of all is answered within the threshold; below 1.</summary>
    public double? ServiceLevel { get; init; }

    /// <summary>The threshold, in seconds.</summary>
    public double WithinSeconds { get; init; } = 20;

    /// <summary>Those who are answered wait at most this long on average, in seconds.</summary>
    public double? SpeedOfAnswer { get; init; }

    /// <summary>At most this share of all leaves before an answer.</summary>
    public double? Abandonment { get; init; }

    /// <summary>Agents are busy for at most this share of their time.</summary>
    public double? Occupancy { get; init; }

    public bool AreNone => (ServiceLevel, SpeedOfAnswer, Abandonment, Occupancy) is (null, null, null, null);

    public bool AreMet(QueueFigures figures) =>
        !(ServiceLevel is { } level && !(figures.ServiceLevel >= level))
        && !(SpeedOfAnswer is { } speed && !(figures.SpeedOfAnswer <= speed))
        && !(Abandonment is { } lost && !(figures.Abandonment <= lost))
        && !(Occupancy is { } busy && !(figures.Occupancy <= busy));

    internal void Check()
    {
        Valid.Patience(WithinSeconds);
        Valid.ShareBelowOne(ServiceLevel ?? 0, nameof(ServiceLevel));
        Valid.Patience(SpeedOfAnswer ?? 0, nameof(SpeedOfAnswer));
        Valid.Number(Abandonment ?? 0, nameof(Abandonment));
        if (Occupancy is { } share && !(share > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Occupancy), share, "Agents who may never be busy serve nobody.");
        }
    }
}
