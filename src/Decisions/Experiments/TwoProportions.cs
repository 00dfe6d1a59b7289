using MathNet.Numerics;

namespace Kanal.Decisions.Experiments;

/// <summary>Two rates against each other, looked at once. Null for what can't be known.</summary>
/// <param name="Difference">The treated rate less the held-out one.</param>
/// <param name="Z">With the variance of both together.</param>
/// <param name="P">Of both sides.</param>
/// <param name="Low">Lower end of the interval with 95 % confidence, with the variance of each.</param>
/// <param name="High">Its upper end.</param>
/// <param name="RelativeUplift">The difference as a share of the held-out rate.</param>
public sealed record TwoProportions(double? Difference, double? Z, double? P, double? Low, double? High, double? RelativeUplift)
{
    const double Ninety5 = 1.959963984540054;

    public static TwoProportions Of(Arm treated, Arm holdout)
    {
        if (treated.Rate is not { } with || holdout.Rate is not { } without || treated.Variance + holdout.Variance is not { } variance)
        {
            return new TwoProportions(null, null, null, null, null, null);
        }

        var (difference, width) = (with - without, Ninety5 * Math.Sqrt(variance));
        var together = (double)(treated.Conversions + holdout.Conversions) / (treated.Visitors + holdout.Visitors);
        var error = Math.Sqrt(together * (1 - together) * (1.0 / treated.Visitors + 1.0 / holdout.Visitors));
        double? z = error > 0 ? difference / error : null;
        return new TwoProportions(
            difference,
            z,
            z is { } score ? SpecialFunctions.Erfc(Math.Abs(score) / Math.Sqrt(2)) : null,
            difference - width,
            difference + width,
            without > 0 ? difference / without : null);
    }
}
