namespace Kanal.Decisions.Experiments;

/// <summary>
/// A difference of means, made sharper by what was known of each visitor before: <c>Y - theta X</c> with <c>theta = cov(Y, X) / var(X)</c>
/// over both arms (Deng, Xu, Kohavi, Walker: Improving the sensitivity of online controlled experiments, WSDM 2013).
/// </summary>
/// <param name="Theta">Zero where what was known before is the same for everybody.</param>
/// <param name="Raw">The difference without it.</param>
/// <param name="Adjusted">The difference with it.</param>
/// <param name="RawVariance">Of the raw difference; null where an arm has fewer than two visitors.</param>
/// <param name="AdjustedVariance">Of the adjusted one.</param>
public sealed record Cuped(double Theta, double? Raw, double? Adjusted, double? RawVariance, double? AdjustedVariance)
{
    /// <param name="treated">What was measured (Y) and what was known before (X) of each visitor.</param>
    /// <param name="holdout">The same of the others.</param>
    public static Cuped Of(IReadOnlyList<(double Y, double X)> treated, IReadOnlyList<(double Y, double X)> holdout)
    {
        (double Y, double X)[] all = [.. treated, .. holdout];
        var spread = Covariance(all, its => its.X, its => its.X) ?? 0;
        var theta = spread > 0 ? (Covariance(all, its => its.Y, its => its.X) ?? 0) / spread : 0;
        double Sharp((double Y, double X) its) => its.Y - theta * its.X;
        return new Cuped(
            theta,
            Mean(treated, its => its.Y) - Mean(holdout, its => its.Y),
            Mean(treated, Sharp) - Mean(holdout, Sharp),
            OfMean(treated, its => its.Y) + OfMean(holdout, its => its.Y),
            OfMean(treated, Sharp) + OfMean(holdout, Sharp));
    }

    static double? Mean(IReadOnlyList<(double Y, double X)> all, Func<(double Y, double X), double> of) => all.Count > 0 ? all.Average(of) : null;

    static double? OfMean(IReadOnlyList<(double Y, double X)> all, Func<(double Y, double X), double> of) => Covariance(all, of, of) / all.Count;

    // Divided by one less than there are.
    static double? Covariance(IReadOnlyList<(double Y, double X)> all, Func<(double Y, double X), double> first, Func<(double Y, double X), double> second)
    {
        if (Mean(all, first) is not { } one || Mean(all, second) is not { } other || all.Count < 2)
        {
            return null;
        }

        return all.Sum(its => (first(its) - one) * (second(its) - other)) / (all.Count - 1);
    }
}
