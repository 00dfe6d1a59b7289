namespace Kanal.Decisions.Waits;

/// <summary>What can be said of a wait.</summary>
public enum WaitKind
{
    /// <summary>Somebody is free now.</summary>
    Now,

    /// <summary>The numbers say how long.</summary>
    Expected,

    /// <summary>The line can't be worked off before closing.</summary>
    ClosedForToday,

    /// <summary>Nobody serves this line, and nobody knows when somebody will.</summary>
    Unknown,
}

/// <summary>How long somebody will wait. Times in seconds, never NaN; infinite where <paramref name="Kind"/> is not a number's.</summary>
/// <param name="Kind">Whether the numbers mean anything.</param>
/// <param name="Mean">The expected wait.</param>
/// <param name="Variance">Of the wait, in seconds squared.</param>
/// <param name="Quantile20">One of five waits less than this.</param>
/// <param name="Quantile80">Four of five wait at most this: what is promised, once rounded up.</param>
public sealed record WaitEstimate(WaitKind Kind, double Mean, double Variance, double Quantile20, double Quantile80)
{
    /// <summary>Somebody is free.</summary>
    public static WaitEstimate Now { get; } = new(WaitKind.Now, 0, 0, 0, 0);

    /// <summary>Nobody serves.</summary>
    public static WaitEstimate Unknown { get; } = Without(WaitKind.Unknown);

    /// <summary>Not before closing.</summary>
    public static WaitEstimate ClosedForToday { get; } = Without(WaitKind.ClosedForToday);

    static WaitEstimate Without(WaitKind kind) =>
        new(kind, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
}
