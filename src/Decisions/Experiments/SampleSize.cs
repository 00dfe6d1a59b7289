using MathNet.Numerics.Distributions;

namespace Kanal.Decisions.Experiments;

/// <summary>How many visitors an experiment takes.</summary>
/// <param name="Total">Of both arms.</param>
/// <param name="Holdout">Of these in the holdout.</param>
public sealed record SampleSize(long Total, long Holdout)
{
    // A share of a whole number that is itself a whole number must not become one more by rounding.
    const double Rounding = 1e-9;

    /// <summary>
    /// For one look at the end: <c>n = (z_{1-alpha/2} + z_power)^2 (p1(1-p1)/(1-s) + p0(1-p0)/s) / (p1-p0)^2</c>, rounded up.
    /// </summary>
    /// <param name="rate">Of the holdout (p0).</param>
    /// <param name="relativeUplift">That is to be found, as a share of the rate.</param>
    /// <param name="holdoutShare">Of all visitors (s).</param>
    /// <param name="power">How often it is to be found where it is there.</param>
    /// <param name="alpha">How often something may be found where nothing is.</param>
    /// <returns>Null where no number of visitors would do: nothing to find, or a rate beyond one.</returns>
    public static SampleSize? Of(double rate, double relativeUplift, double holdoutShare, double power = 0.8, double alpha = 0.05)
    {
        var treated = rate * (1 + relativeUplift);
        var z = Normal.InvCDF(0, 1, 1 - alpha / 2) + Normal.InvCDF(0, 1, power);
        var total = Math.Ceiling(z * z * Spread(rate, treated, holdoutShare) / ((treated - rate) * (treated - rate)) - Rounding);
        return treated is >= 0 and <= 1 && total is > 0 and < long.MaxValue / 2
            ? new SampleSize((long)total, (long)Math.Ceiling(holdoutShare * total * (1 - Rounding)))
            : null;
    }

    /// <summary>
    /// For an experiment that is looked at all the time: after how many visitors the interval that is always valid excludes
    /// zero with that power, if the effect is what was expected. Null where it never would.
    /// </summary>
    /// <param name="expected">The effect, as a difference of rates.</param>
    public static long? Sequential(double rate, double expected, double holdoutShare, double power = 0.8, double alpha = 0.05)
    {
        var spread = Spread(rate, Math.Clamp(rate + expected, 0, 1), holdoutShare);
        if (!(spread > 0) || !double.IsFinite(spread) || expected == 0)
        {
            return null;
        }

        var z = Normal.InvCDF(0, 1, power);
        bool Enough(double total) => AlwaysValid.Width(spread / total, expected * expected, alpha) + z * Math.Sqrt(spread / total) <= Math.Abs(expected);
        var (few, many) = (0.0, 1.0);
        while (!Enough(many))
        {
            (few, many) = (many, many * 2);
            if (many > 1e15)
            {
                return null;
            }
        }

        while (many - few > Math.Max(1, many * 1e-6))
        {
            var middle = (few + many) / 2;
            (few, many) = Enough(middle) ? (few, middle) : (middle, many);
        }

        return (long)Math.Ceiling(many);
    }

    static double Spread(double rate, double treated, double holdoutShare) =>
        treated * (1 - treated) / (1 - holdoutShare) + rate * (1 - rate) / holdoutShare;
}
