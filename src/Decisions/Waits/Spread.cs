using MathNet.Numerics.Distributions;

namespace Kanal.Decisions.Waits;

/// <summary>A time that is not sure, in seconds, taken for a Gamma with this mean and variance.</summary>
readonly record struct Spread(double Mean, double Variance)
{
    // Beyond this shape a Gamma can't be told from a normal, and its inverse takes its time.
    const double AlmostNormal = 10_000;

    public static Spread Never { get; } = new(double.PositiveInfinity, double.PositiveInfinity);

    public double Quantile(double share)
    {
        if (!double.IsFinite(Mean) || !double.IsFinite(Variance))
        {
            return double.PositiveInfinity;
        }

        var shape = Mean * Mean / Variance;
        return shape > AlmostNormal
            ? Math.Max(0, Mean + Normal.InvCDF(0, 1, share) * Math.Sqrt(Variance))
            : Gamma.InvCDF(shape, Mean / Variance, share);
    }
}
