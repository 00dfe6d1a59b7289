using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using NodaTime;

namespace Kanal.Decisions.Forecasting;

/// <summary>What is expected in a slot: a count that is not sure, taken for a Gamma with this mean and variance.</summary>
public readonly record struct ForecastSlot(double Mean, double Variance)
{
    // Beyond this shape a Gamma can't be told from a normal, and its inverse takes its time.
    const double AlmostNormal = 10_000;

    // Below it the inverse is not to be relied on; the lower end of the distribution is a power.
    const double AlmostNothing = 0.1;

    /// <summary>The count that is not exceeded with this likelihood; staff for 0.6 to 0.7.</summary>
    public double Quantile(double share)
    {
        if (!(Mean > 0) || !(Variance > 0))
        {
            return Math.Max(0, Mean);
        }

        var shape = Mean * Mean / Variance;
        return shape > AlmostNormal ? Math.Max(0, Mean + Normal.InvCDF(0, 1, share) * Math.Sqrt(Variance))
            : shape < AlmostNothing ? Math.Pow(share * SpecialFunctions.Gamma(1 + shape), 1 / shape) * Variance / Mean
            : Gamma.InvCDF(shape, Mean / Variance, share);
    }
}

/// <param name="Date">Which day.</param>
/// <param name="Slots">From midnight on, in local time.</param>
/// <param name="SpecialDay">Its name where it is one.</param>
public sealed record ForecastDay(LocalDate Date, IReadOnlyList<ForecastSlot> Slots, string? SpecialDay)
{
    /// <summary>What is expected over the day.</summary>
    public double Mean => Slots.Sum(slot => slot.Mean);
}
