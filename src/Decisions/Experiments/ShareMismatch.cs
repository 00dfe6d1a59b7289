using MathNet.Numerics;

namespace Kanal.Decisions.Experiments;

/// <summary>Whether the arms got the shares of visitors they were to get. Where not, something is wrong with the assignment or the counting, and no result holds.</summary>
/// <param name="ChiSquare">Of the counts against what was expected; infinite where somebody was put into an arm that was to have nobody.</param>
/// <param name="P">How likely so much is by chance; null where nobody was counted.</param>
public sealed record ShareMismatch(double ChiSquare, double? P)
{
    const double StopsBelow = 0.001;

    /// <summary>The experiment must stop.</summary>
    public bool Stops => P < StopsBelow;

    /// <param name="observed">Visitors of each arm.</param>
    /// <param name="shares">What each was to get, in any measure: 0.9 and 0.1, or 9 and 1.</param>
    public static ShareMismatch Of(IReadOnlyList<double> observed, IReadOnlyList<double> shares)
    {
        if (observed.Count != shares.Count || observed.Count < 2)
        {
            throw new ArgumentException("Each arm needs a count and a share, and there are at least two.", nameof(shares));
        }

        var (all, whole) = (observed.Sum(), shares.Sum());
        if (!(all > 0) || !(whole > 0))
        {
            return new ShareMismatch(0, null);
        }

        var (sum, arms) = (0.0, 0);
        foreach (var (count, share) in observed.Zip(shares))
        {
            if (share > 0)
            {
                var expected = all * share / whole;
                sum += (count - expected) * (count - expected) / expected;
                arms++;
            }
            else if (count > 0)
            {
                return new ShareMismatch(double.PositiveInfinity, 0);
            }
        }

        return new ShareMismatch(sum, arms == 2 ? SpecialFunctions.Erfc(Math.Sqrt(sum / 2)) : arms < 2 ? 1 : SpecialFunctions.GammaUpperRegularized((arms - 1) / 2.0, sum / 2));
    }
}
