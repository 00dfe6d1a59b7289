namespace Kanal.Decisions.Prices;

/// <summary>
/// What it costs to use one more of a team's slots now: the value of the best use of the slot that is lost by it. Found as the
/// optimal admission to a loss system with classes of value (Miller, A queueing reward system with several customer classes,
/// Management Science 16, 1969) by policy iteration on the average-reward equations. Does not change; safe from any thread.
/// </summary>
public sealed class SlotPrices
{
    // All reference cases need at most six; ties that rounding throws to and fro must not keep us.
    const int MostPasses = 100;

    readonly double[] _prices;
    readonly Lazy<int[]> _limits;

    SlotPrices(double[] prices, Func<int[]> limits, double valuePerHour)
    {
        _prices = prices;
        _limits = new Lazy<int[]>(limits);
        ValuePerHour = valuePerHour;
    }

    /// <summary>Where nothing is known of values: every slot is free of charge.</summary>
    public static SlotPrices None { get; } = new([], () => [], 0);

    /// <summary>The price of one more with 0, 1, 2 ... in service; as many as there are slots.</summary>
    public IReadOnlyList<double> Prices => _prices;

    /// <summary>For each class, in the order given: it is let in while fewer than this are in service.</summary>
    public IReadOnlyList<int> Limits => _limits.Value;

    /// <summary>What the team earns in an hour when it keeps to the limits.</summary>
    public double ValuePerHour { get; }

    /// <param name="completions">The team's completions in an hour with 0, 1, 2 ... in service (D): one more than there are slots.</param>
    /// <param name="classes">In any order.</param>
    /// <param name="before">Prices of a moment ago, from which it is not far; whatever they are, the result is the same.</param>
    public static SlotPrices Of(IReadOnlyList<double> completions, IReadOnlyList<ValueClass> classes, SlotPrices? before = null)
    {
        var admission = new Admission(completions, classes);
        var admitted = before?._prices.Length == completions.Count - 1 ? admission.Improve(before._prices) : admission.WorthSomething();
        var best = admission.Value(admitted);
        for (var pass = 1; pass < MostPasses; pass++)
        {
            var better = admission.Improve(best.Prices);
            if (better.AsSpan().SequenceEqual(admitted))
            {
                break;
            }

            var value = admission.Value(better);
            if (value.PerHour < best.PerHour)
            {
                break;
            }

            (admitted, best) = (better, value);
        }

        return new SlotPrices(best.Prices, () => admission.Limits(admitted), best.PerHour);
    }

    /// <summary>What the team earns in an hour when everybody is let in while there is a slot.</summary>
    public static double AcceptAll(IReadOnlyList<double> completions, IReadOnlyList<ValueClass> classes)
    {
        var admission = new Admission(completions, classes);
        return admission.Value(admission.Everybody()).PerHour;
    }

    /// <summary>
    /// The price with so many in service, those counted by their likelihood who have been offered a slot and have not answered;
    /// between two whole numbers a share of both. With every slot taken, that of the last.
    /// </summary>
    public double At(double busy)
    {
        if (_prices.Length == 0)
        {
            return 0;
        }

        var at = double.IsNaN(busy) ? 0 : Math.Clamp(busy, 0, _prices.Length - 1);
        var below = (int)at;
        return below + 1 < _prices.Length ? _prices[below] + (at - below) * (_prices[below + 1] - _prices[below]) : _prices[below];
    }
}
