using MathNet.Numerics.Distributions;

namespace Kanal.Decisions.Simulation;

/// <summary>A figure from several runs, with the interval that holds the true one in 95 of 100 cases. NaN where it is not defined; the bounds also with a single run.</summary>
public readonly record struct Estimate(double Value, double Low, double High)
{
    const double Tail = 0.975;

    /// <summary>Of a share or a mean: all runs together, and its spread by the delta method. Without <paramref name="under"/>, the mean of a run.</summary>
    internal static Estimate Of(double[] over, double[]? under)
    {
        var (value, residuals) = Residuals(over, under);
        return With(value, Spread(residuals));
    }

    /// <summary>Of the difference between two that met the same visitors run by run.</summary>
    internal static Estimate Between(double[] over, double[]? under, double[] otherOver, double[]? otherUnder)
    {
        var (value, residuals) = Residuals(over, under);
        var (other, otherResiduals) = Residuals(otherOver, otherUnder);
        return With(other - value, Spread([.. residuals.Zip(otherResiduals, (one, another) => another - one)]));
    }

    /// <summary>No bound lies where no figure can.</summary>
    internal Estimate Within(double least, double most) => this with { Low = Math.Clamp(Low, least, most), High = Math.Clamp(High, least, most) };

    static (double Value, double[] Residuals) Residuals(double[] over, double[]? under)
    {
        if (over.Length == 0)
        {
            return (double.NaN, []);
        }

        var mean = over.Average();
        if (under is null)
        {
            return (mean, [.. over.Select(its => its - mean)]);
        }

        var all = under.Average();
        var value = all > 0 ? mean / all : double.NaN;
        return (value, [.. over.Zip(under, (its, of) => (its - value * of) / all)]);
    }

    // Half the width of the interval.
    static double Spread(double[] residuals)
    {
        var runs = residuals.Length;
        return runs < 2 ? double.NaN : StudentT.InvCDF(0, 1, runs - 1, Tail) * Math.Sqrt(residuals.Sum(its => its * its) / (runs - 1.0) / runs);
    }

    static Estimate With(double value, double half) => new(value, value - half, value + half);
}
