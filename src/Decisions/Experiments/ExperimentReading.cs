namespace Kanal.Decisions.Experiments;

/// <summary>How an experiment stands, whenever one looks.</summary>
/// <param name="Orders">The rates of orders, as if this were the only look.</param>
/// <param name="AlwaysValid">The same, however often one looks: what the verdict rests on.</param>
/// <param name="Shares">Whether visitors were put into the arms as planned.</param>
/// <param name="NetEach">Earnings of each visitor, treated less held out; null where an arm is empty.</param>
/// <param name="Net">Its interval; without numbers where squares were not kept or no effect on earnings was planned.</param>
/// <param name="WeeksToGo">About so many more until there can be a verdict; null where there is one, or where it can't be told.</param>
public sealed record ExperimentReading(TwoProportions Orders, AlwaysValid AlwaysValid, ShareMismatch Shares, double? NetEach, AlwaysValid Net, Verdict Verdict, int? WeeksToGo)
{
    const int MostWeeks = 520;

    /// <param name="visitorsPerDay">Of both arms, where it is known.</param>
    /// <param name="smallestP">Of earlier looks.</param>
    public static ExperimentReading Of(ExperimentPlan plan, ArmTotals treated, ArmTotals holdout, double? visitorsPerDay = null, double? smallestP = null)
    {
        var orders = TwoProportions.Of(treated.Ordering, holdout.Ordering);
        var valid = AlwaysValid.Of(treated.Ordering, holdout.Ordering, plan.Expected, plan.Alpha, smallestP);
        var shares = ShareMismatch.Of([treated.Visitors, holdout.Visitors], [1 - plan.HoldoutShare, plan.HoldoutShare]);
        var each = treated.NetEach - holdout.NetEach;
        var net = AlwaysValid.OfDifference(each, plan.ExpectedNet is null ? null : treated.NetVariance + holdout.NetVariance, plan.ExpectedNet ?? 1, plan.Alpha);
        var verdict = shares.Stops ? Verdict.ShareMismatch : VerdictOf(orders, valid, plan.Alpha);
        var weeks = verdict is Verdict.TooEarly or Verdict.NoEvidence ? WeeksFrom(plan, treated.Ordering, holdout.Ordering, visitorsPerDay) : null;
        return new ExperimentReading(orders, valid, shares, each, net, verdict, weeks);
    }

    /// <summary>What may be said of two rates.</summary>
    public static Verdict VerdictOf(TwoProportions rates, AlwaysValid valid, double alpha) =>
        rates.Z is null || valid.P is not { } p ? Verdict.NoEvidence
        : p >= alpha ? Verdict.TooEarly
        : rates.Difference > 0 ? Verdict.Better : Verdict.Worse;

    /// <summary>About how many more weeks until the always valid interval excludes zero, if the effect is as expected; at least one.</summary>
    public static int? WeeksFrom(ExperimentPlan plan, Arm treated, Arm holdout, double? visitorsPerDay)
    {
        var seen = treated.Visitors + holdout.Visitors;
        if (seen == 0 || !(visitorsPerDay > 0) || plan.HoldoutShare is not (> 0 and < 1))
        {
            return null;
        }

        var rate = holdout.Conversions > 0 ? (double)holdout.Conversions / holdout.Visitors : (double)(treated.Conversions + holdout.Conversions) / seen;
        return SampleSize.Sequential(rate, plan.Expected, plan.HoldoutShare, alpha: plan.Alpha) is { } needed
            ? (int)Math.Clamp(Math.Ceiling((needed - seen) / (7 * visitorsPerDay.Value)), 1, MostWeeks)
            : null;
    }
}

/// <summary>What may be said of an experiment.</summary>
public enum Verdict
{
    /// <summary>Nobody, or nobody who converted.</summary>
    NoEvidence,

    /// <summary>The arms did not get their shares: it stops, and nothing it shows holds.</summary>
    ShareMismatch,

    /// <summary>Nothing to be said yet.</summary>
    TooEarly,

    Better,
    Worse,
}
