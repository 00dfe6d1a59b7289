namespace Kanal.Decisions.Experiments;

/// <summary>
/// A difference that may be looked at every day: a sequential test with a normal mixture. With <c>t2</c> the square of the
/// effect that was expected before the start, <c>L = sqrt(V/(V+t2)) exp(t2 d^2 / (2V(V+t2)))</c> and <c>p = 1/L</c>, of which
/// the smallest so far holds (Johari, Koomen, Pekelis, Walsh: Always valid inference, Operations Research 70, 2022).
/// </summary>
/// <param name="V">Variance of the difference; null where an arm is empty.</param>
/// <param name="Lambda">The likelihood ratio; infinite where it is beyond all numbers, null where nothing varies.</param>
/// <param name="P">The smallest so far; null where there is no evidence at all.</param>
/// <param name="Low">Lower end of the sequence of intervals, which hold all at once.</param>
/// <param name="High">Its upper end.</param>
public sealed record AlwaysValid(double? V, double? Lambda, double? P, double? Low, double? High)
{
    /// <param name="expected">The effect that is expected, fixed before the start; not zero.</param>
    /// <param name="alpha">How often the intervals may be wrong.</param>
    /// <param name="before">The smallest p of earlier looks.</param>
    public static AlwaysValid Of(Arm treated, Arm holdout, double expected, double alpha = 0.05, double? before = null) =>
        OfDifference(treated.Rate - holdout.Rate, treated.Variance + holdout.Variance, expected, alpha, before);

    /// <summary>The same for any difference of two means with its variance, such as of earnings a visitor.</summary>
    public static AlwaysValid OfDifference(double? difference, double? variance, double expected, double alpha = 0.05, double? before = null)
    {
        if (difference is not { } d || variance is not { } v || !(v > 0) || !double.IsFinite(v) || !double.IsFinite(d))
        {
            return new AlwaysValid(variance, null, before, null, null);
        }

        var square = expected * expected;
        var log = (Math.Log(v / (v + square)) + square * d * d / (v * (v + square))) / 2;
        var width = Width(v, square, alpha);
        return new AlwaysValid(v, Math.Exp(log), Math.Min(Math.Min(1, Math.Exp(-log)), before ?? 1), d - width, d + width);
    }

    /// <summary>Half the interval: <c>sqrt(V(V+t2)/t2 ln((V+t2)/(V alpha^2)))</c>.</summary>
    internal static double Width(double v, double square, double alpha) =>
        Math.Sqrt(v * (v + square) / square * Math.Log((v + square) / (v * alpha * alpha)));
}
