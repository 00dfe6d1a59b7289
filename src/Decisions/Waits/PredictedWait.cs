using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>
/// How long somebody waits behind others. With i ahead, the next step forward comes after an exponential time of rate D + i theta:
/// somebody is served, or somebody ahead gives up. The sum of those times is taken for a Gamma of the same mean and variance.
/// </summary>
public static class PredictedWait
{
    static readonly Duration Horizon = Duration.FromDays(1);

    /// <param name="ahead">How many are served first; a share of one where not everybody ahead wants the same agents.</param>
    /// <param name="staff">Completion rates in order of time; the last one stays. Empty, or before the first: nobody.</param>
    /// <param name="patiencePerSecond">Of those who wait, the share that gives up in a second (theta).</param>
    /// <param name="now">The wait is counted from here.</param>
    /// <param name="closing">When nobody is served any more today, where that is in sight.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number that is negative, infinite or NaN.</exception>
    public static WaitEstimate After(double ahead, IReadOnlyList<StaffPeriod> staff, double patiencePerSecond, Instant now, Instant? closing = null)
    {
        Check(ahead, nameof(ahead));
        Check(patiencePerSecond, nameof(patiencePerSecond));
        foreach (var period in staff)
        {
            Check(period.CompletionsPerSecond, nameof(staff));
        }

        var pace = new StaffPace(staff, now, ((closing ?? now + Horizon) - now).TotalSeconds);
        if (pace.Solve(rate => Steps(ahead, rate, patiencePerSecond).Quantile(0.8)) is not { } late
            || pace.Solve(rate => Steps(ahead, rate, patiencePerSecond).Quantile(0.2)) is not { } early
            || pace.Solve(rate => Steps(ahead, rate, patiencePerSecond).Mean) is not { } mean)
        {
            // With nobody there, who may come before closing is not known; with people there, it can be told that they won't get to it.
            return closing is null || closing > now && staff.All(period => period.CompletionsPerSecond == 0) ? WaitEstimate.Unknown : WaitEstimate.ClosedForToday;
        }

        return new WaitEstimate(WaitKind.Expected, mean, Steps(ahead, pace.Over(mean), patiencePerSecond).Variance, early, late);
    }

    /// <summary>The wait at one unchanging rate of completions.</summary>
    internal static Spread Steps(double ahead, double rate, double patience)
    {
        if (rate <= 0)
        {
            return Spread.Never;
        }

        var whole = Math.Floor(ahead);
        var (mean, variance) = (0.0, 0.0);
        for (var i = 0.0; i <= whole; i++)
        {
            var step = 1 / (rate + i * patience);
            mean += step;
            variance += step * step;
        }

        // A share of one more person ahead takes that share of the step.
        var last = 1 / (rate + (whole + 1) * patience);
        return new Spread(mean + (ahead - whole) * last, variance + (ahead - whole) * last * last);
    }

    static void Check(double number, string name)
    {
        if (!double.IsFinite(number) || number < 0)
        {
            throw new ArgumentOutOfRangeException(name, number, "This must be a number of zero or more.");
        }
    }
}
