using Kanal.Centre.Storage;
using Kanal.Decisions.Experiments;

namespace Kanal.Centre.Experiments;

/// <summary>Says how an experiment stands by what was counted. Where that is too little it says no number.</summary>
static class ExperimentLook
{
    const double FewestExpected = 5;
    const double FewestDays = 1;

    public static (ExperimentResult Result, double? SmallestP) At(ExperimentRow row, ExperimentTotals totals, DateTimeOffset at)
    {
        var plans = row.Plans;
        var control = plans[0].Control ? 0 : 1;
        var plan = new ExperimentPlan(row.Expected, plans[control].Share) { Alpha = row.Alpha, ExpectedNet = row.ExpectedNet };
        var (tried, against) = (totals.Arms[1 - control], totals.Arms[control]);
        var all = tried.Visitors + against.Visitors;
        var days = (at - (row.StartedAt ?? at)).TotalDays;
        double? perDay = days >= FewestDays ? all / days : null;
        var reading = ExperimentReading.Of(plan, tried, against, perDay, row.SmallestP);
        var economy = Json.To<ExperimentEconomy>(row.Economy);
        List<ArmResult> arms = [.. plans.Zip(totals.Arms, (its, sums) => new ArmResult(its.Name, its.Control, sums.Visitors, sums.Orders, sums.Revenue, sums.Contacts, economy is null ? null : sums.Cost, economy is null ? null : sums.Net))];

        // With a handful of visitors neither the shares nor the normal distribution mean anything yet.
        var enough = arms.TrueForAll(arm => arm.Enough);
        var shares = plans.All(its => its.Share * all >= FewestExpected) ? new ShareResult(reading.Shares.P, reading.Shares.Stops) : new ShareResult(null, false);
        var said = ExperimentReading.VerdictOf(reading.Orders, reading.AlwaysValid, plan.Alpha);
        var readable = enough && !shares.Mismatch;
        var verdict = shares.Mismatch ? Verdict.ShareMismatch : !enough && said is (Verdict.Better or Verdict.Worse) ? Verdict.TooEarly : said;
        var decided = verdict is Verdict.Better or Verdict.Worse;
        var ordering = (Tried: new Arm(tried.Orders, tried.Visitors), Against: new Arm(against.Orders, against.Visitors));
        return (new ExperimentResult
        {
            At = at,
            Arms = arms,
            Difference = decided ? reading.Orders.Difference : null,
            Interval = readable ? Ends(reading.AlwaysValid) : null,
            P = decided ? reading.AlwaysValid.P : null,
            Shares = shares,
            Net = readable && economy is not null ? NetOf(reading) : new NetResult(null, null),
            Verdict = verdict,
            WeeksToGo = verdict is Verdict.TooEarly or Verdict.NoEvidence ? ExperimentReading.WeeksFrom(plan, ordering.Tried, ordering.Against, perDay) : null,
            Currency = totals.Currency,
            OtherCurrencies = totals.OtherCurrencies,
            ByPage = totals.ByPage,
        }, enough ? reading.AlwaysValid.P : row.SmallestP);
    }

    // The verdict is on orders: of the net its own interval tells whether there is a difference to speak of.
    static NetResult NetOf(ExperimentReading reading) => new(reading.Net is { Low: > 0 } or { High: < 0 } ? reading.NetEach : null, Ends(reading.Net));

    static IReadOnlyList<double>? Ends(AlwaysValid valid) => valid is { Low: { } low, High: { } high } ? [low, high] : null;
}
