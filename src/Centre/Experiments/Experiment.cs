using Kanal.Centre.Storage;

namespace Kanal.Centre.Experiments;

/// <summary>Two ways of deciding on the same site, each for a share of its visitors, to see which brings more.</summary>
public sealed record Experiment
{
    public required Id Id { get; init; }

    public required Id Site { get; init; }

    public required string Name { get; init; }

    public required ExperimentKind Kind { get; init; }

    /// <summary>Two; results are those of the one that is not the control, less those of the control.</summary>
    public required IReadOnlyList<ArmPlan> Arms { get; init; }

    /// <summary>The effect that is expected on the share of visitors who order; fixed before the start.</summary>
    public required double Expected { get; init; }

    /// <summary>The effect that is expected on what each visitor earns, in money; without it there is no interval for that.</summary>
    public double? ExpectedNet { get; init; }

    /// <summary>How often a verdict may be wrong.</summary>
    public required double Alpha { get; init; }

    public required ExperimentState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public string? StartedBy { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Null where it stopped by itself.</summary>
    public string? StoppedBy { get; init; }

    public StopReason? StopReason { get; init; }

    public string? Note { get; init; }

    /// <summary>How it stands, or stood when it was stopped; null before the start.</summary>
    public ExperimentResult? Reading { get; init; }
}

/// <param name="Share">Of all visitors; the shares of both sum up to 1.</param>
/// <param name="Version">The strategy's, where versions are tried against each other.</param>
/// <param name="Control">What the other is compared with.</param>
public sealed record ArmPlan(string Name, double Share, long? Version = null, bool Control = false);

public enum ExperimentKind
{
    /// <summary>The strategy against the plain menu, for the share that the strategy itself holds out.</summary>
    Holdout,

    /// <summary>One version of the strategy against another.</summary>
    Versions,
}

public enum ExperimentState
{
    Draft,
    Running,
    Stopped,
}

public enum StopReason
{
    /// <summary>Somebody stopped it.</summary>
    Asked,

    /// <summary>The arms did not get their shares: something is wrong with how visitors are counted.</summary>
    ShareMismatch,

    /// <summary>The strategy that was published meanwhile holds out others than at the start, or nobody.</summary>
    HoldoutChanged,

    /// <summary>The site no longer asks its visitors for what an experiment needs.</summary>
    ConsentGone,
}

/// <summary>An experiment to be made.</summary>
public sealed record ExperimentRequest
{
    public required string Name { get; init; }

    public required ExperimentKind Kind { get; init; }

    /// <summary>For versions: two, with version and share; the last is the control unless another is marked. For a holdout: left out, it is the strategy's own.</summary>
    public IReadOnlyList<ArmPlan>? Arms { get; init; }

    /// <summary>Such as 0.003 for three more orders of a thousand visitors; not zero.</summary>
    public required double Expected { get; init; }

    public double? ExpectedNet { get; init; }

    public double? Alpha { get; init; }
}
