using System.Globalization;
using Kanal.Decisions.Experiments;

namespace Kanal.Web.Commands;

/// <summary>What the command has found, for programs and for people.</summary>
sealed record ExperimentAnswer((string Name, object? Value)[] Members, string[] Sentences)
{
    public static ExperimentAnswer None { get; } = new([], []);

    public static ExperimentAnswer Of(SampleSize size) => new(
        [("total_visitors", size.Total), ("holdout", size.Holdout)],
        [Say($"It takes {size.Total:N0} visitors, {size.Holdout:N0} of them held out.")]);

    public static ExperimentAnswer Of(ShareMismatch shares) => new(
        [("chi2", shares.ChiSquare), ("p", shares.P), ("mismatch", shares.Stops)],
        [
            shares.P is null ? "Nobody was counted."
            : shares.Stops ? Say($"The arms did not get their shares (p = {shares.P:G3}): stop, and believe nothing this experiment shows.")
            : Say($"The arms got their shares (p = {shares.P:G3})."),
        ]);

    public static ExperimentAnswer Of(Cuped cuped) => new(
        [("theta", cuped.Theta), ("diff_raw", cuped.Raw), ("diff_cuped", cuped.Adjusted), ("var_raw", cuped.RawVariance), ("var_cuped", cuped.AdjustedVariance)],
        [Say($"Difference {cuped.Raw:0.####}, and {cuped.Adjusted:0.####} with what was known before (theta {cuped.Theta:0.####}); variance {cuped.RawVariance:0.####} and {cuped.AdjustedVariance:0.####}.")]);

    public static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
