using System.Globalization;
using Kanal.Decisions.Experiments;

namespace Kanal.Web.Commands;

/// <summary>Two arms against each other, as the command was asked.</summary>
/// <param name="Alpha">How often the verdict may be wrong.</param>
sealed record ExperimentComparison(Arm Treated, Arm Holdout, double Alpha)
{
    /// <summary>Without it there is one look and no verdict.</summary>
    public double? Expected { get; init; }

    public double[]? Shares { get; init; }

    public double? VisitorsPerDay { get; init; }

    public ExperimentAnswer Answer()
    {
        var once = TwoProportions.Of(Treated, Holdout);
        var valid = Expected is { } effect ? AlwaysValid.Of(Treated, Holdout, effect, Alpha) : null;
        var mismatch = Shares is { } shares ? ShareMismatch.Of([Treated.Visitors, Holdout.Visitors], shares) : null;
        var verdict = Verdict(once, valid, mismatch);
        var weeks = verdict is "too early" or "no evidence" ? Weeks() : null;
        return new ExperimentAnswer([.. Members(once, valid, mismatch, verdict, weeks)], [.. Sentences(once, valid, mismatch, verdict, weeks)]);
    }

    string? Verdict(TwoProportions once, AlwaysValid? valid, ShareMismatch? mismatch) =>
        mismatch is { Stops: true } ? "share mismatch"
        : once.Z is null ? "no evidence"
        : valid is null ? null
        : ExperimentReading.VerdictOf(once, valid, Alpha) switch
        {
            Decisions.Experiments.Verdict.NoEvidence => "no evidence",
            Decisions.Experiments.Verdict.Better => "better",
            Decisions.Experiments.Verdict.Worse => "worse",
            _ => "too early",
        };

    int? Weeks() => Expected is { } effect
        ? ExperimentReading.WeeksFrom(new ExperimentPlan(effect, HoldoutShare()) { Alpha = Alpha }, Treated, Holdout, VisitorsPerDay)
        : null;

    double HoldoutShare() => Shares is [var treated, var held] ? held / (treated + held) : (double)Holdout.Visitors / Math.Max(1, Treated.Visitors + Holdout.Visitors);

    IEnumerable<(string Name, object? Value)> Members(TwoProportions once, AlwaysValid? valid, ShareMismatch? mismatch, string? verdict, int? weeks)
    {
        yield return ("diff", once.Difference);
        yield return ("z_pooled", once.Z);
        yield return ("p_two_sided", once.P);
        yield return ("ci95_unpooled", Interval(once.Low, once.High));
        yield return ("relative_uplift", once.RelativeUplift);
        if (valid is not null)
        {
            yield return ("V", valid.V);
            yield return ("Lambda", valid.Lambda);
            yield return ("p_always_valid", valid.P);
            yield return ($"cs{(100 * (1 - Alpha)).ToString("0.######", CultureInfo.InvariantCulture)}", Interval(valid.Low, valid.High));
        }

        if (mismatch is not null)
        {
            yield return ("chi2", mismatch.ChiSquare);
            yield return ("p", mismatch.P);
        }

        yield return ("verdict", verdict);
        yield return ("weeks_to_go", weeks);
    }

    static IEnumerable<string> Sentences(TwoProportions once, AlwaysValid? valid, ShareMismatch? mismatch, string? verdict, int? weeks)
    {
        if (mismatch is { Stops: true })
        {
            yield return ExperimentAnswer.Of(mismatch).Sentences[0];
            yield break;
        }

        if (verdict == "no evidence")
        {
            yield return "No evidence: nobody converted, or everybody did.";
        }
        else if (valid is null)
        {
            yield return ExperimentAnswer.Say($"Difference {once.Difference:P3}, 95 % interval {once.Low:P3} to {once.High:P3}, p = {once.P:G3}, if this is the only look. With --expected it may be looked at every day.");
        }
        else if (verdict == "too early")
        {
            yield return "Too early to say.";
        }
        else
        {
            yield return ExperimentAnswer.Say($"{(verdict == "better" ? "Better" : "Worse")}: difference {once.Difference:P3}, always valid interval {valid.Low:P3} to {valid.High:P3}, p = {valid.P:G3}.");
        }

        if (weeks is not null)
        {
            yield return $"About {weeks} more {(weeks == 1 ? "week" : "weeks")}.";
        }
    }

    static double[]? Interval(double? low, double? high) => low is { } from && high is { } to ? [from, to] : null;
}
