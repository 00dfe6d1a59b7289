using Kanal.Decisions.Experiments;

namespace Kanal.Centre.Experiments;

/// <summary>How an experiment stands. Where there is too little to say something there is no number, only about how long it will take.</summary>
public sealed record ExperimentResult
{
    public required DateTimeOffset At { get; init; }

    /// <summary>In the order of the plan.</summary>
    public required IReadOnlyList<ArmResult> Arms { get; init; }

    /// <summary>Of the shares that ordered; only with a verdict.</summary>
    public double? Difference { get; init; }

    /// <summary>Low and high end of the same, which hold whenever one looks; null with fewer than five orders in an arm, and with a share mismatch.</summary>
    public IReadOnlyList<double>? Interval { get; init; }

    /// <summary>Always valid, the smallest so far; only with a verdict.</summary>
    public double? P { get; init; }

    public required ShareResult Shares { get; init; }

    public required NetResult Net { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>About so many more until there can be a verdict, if the effect is as expected.</summary>
    public int? WeeksToGo { get; init; }

    /// <summary>Of all money here; null where nobody said.</summary>
    public string? Currency { get; init; }

    /// <summary>Orders in other currencies, which count as orders and not as money.</summary>
    public required long OtherCurrencies { get; init; }

    /// <summary>Orders that only a visitor's page has told of.</summary>
    public required long ByPage { get; init; }
}

/// <summary>What became of those who were put in one arm, whatever they were then shown.</summary>
/// <param name="Orders">Visitors who ordered.</param>
/// <param name="Revenue">Of their orders.</param>
/// <param name="Contacts">Conversations they began.</param>
/// <param name="Cost">Of these, by the economy's costs at the start; null where it had none.</param>
/// <param name="Net">The margin of the orders less the cost of the contacts; null where no economy was set.</param>
public sealed record ArmResult(string Name, bool Control, long Visitors, long Orders, double Revenue, long Contacts, double? Cost, double? Net)
{
    const int Few = 5;

    /// <summary>Null with fewer than five orders, as everything by visitor.</summary>
    public double? OrdersPerVisitor => Enough ? (double)Orders / Visitors : null;

    public double? RevenuePerVisitor => Enough ? Revenue / Visitors : null;

    public double? NetPerVisitor => Enough ? Net / Visitors : null;

    internal bool Enough => Orders >= Few && Visitors - Orders >= Few;
}

/// <param name="P">How likely shares so far from the plan are by chance; null where too few were counted.</param>
/// <param name="Mismatch">The experiment stops.</param>
public sealed record ShareResult(double? P, bool Mismatch);

/// <summary>What each visitor earns, against the control.</summary>
/// <param name="Difference">Only where the interval leaves out nought.</param>
/// <param name="Interval">Low and high end, which hold whenever one looks; null as for the orders, and where no economy was set or no effect on it was planned.</param>
public sealed record NetResult(double? Difference, IReadOnlyList<double>? Interval);
