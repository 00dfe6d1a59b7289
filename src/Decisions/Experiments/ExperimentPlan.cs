namespace Kanal.Decisions.Experiments;

/// <summary>What is fixed before an experiment starts, so that nobody can be tempted afterwards.</summary>
/// <param name="Expected">The effect that is expected, as a difference of rates of orders; not zero.</param>
/// <param name="HoldoutShare">Of all visitors.</param>
public sealed record ExperimentPlan(double Expected, double HoldoutShare)
{
    /// <summary>How often a verdict may be wrong.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>The effect on earnings that is expected of each visitor, in money; none unless given.</summary>
    public double? ExpectedNet { get; init; }
}

/// <summary>All that was counted of one arm.</summary>
/// <param name="Orders">Visitors who ordered.</param>
/// <param name="Revenue">Of their orders.</param>
/// <param name="Contacts">Conversations they began.</param>
/// <param name="Cost">Of these.</param>
public sealed record ArmTotals(long Visitors, long Orders, double Revenue, long Contacts, double Cost)
{
    /// <summary>The margin of the orders less the cost of the contacts, summed over visitors.</summary>
    public double Net { get; init; }

    /// <summary>The same, squared for each visitor before it is summed; null where it was not kept.</summary>
    public double? NetSquares { get; init; }

    internal Arm Ordering => new(Orders, Visitors);

    internal double? NetEach => Visitors > 0 ? Net / Visitors : null;

    internal double? NetVariance => Visitors > 1 && NetSquares is { } squares ? Math.Max(0, squares - Net * Net / Visitors) / (Visitors - 1) / Visitors : null;
}
