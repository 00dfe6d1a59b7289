namespace Kanal.Decisions.Staffing;

/// <summary>Part of a day as it was.</summary>
/// <param name="Work">What came, with the patience of those who came.</param>
/// <param name="Agents">Who was there, on average.</param>
/// <param name="Offered">How many came.</param>
/// <param name="Abandoned">How many of them gave up.</param>
public readonly record struct StaffedInterval(Workload Work, double Agents, double Offered, double Abandoned);

/// <summary>What a team's own factor rests on.</summary>
public enum TeamFactorVerdict
{
    Fitted,

    /// <summary>So few gave up that a factor would be chance.</summary>
    TooLittle,

    /// <summary>Nobody gave up, so nothing tells a good team from an ordinary one.</summary>
    NobodyLeft,

    /// <summary>No factor that could be true explains what was seen: the times, the patience or the presence are wrong.</summary>
    BeyondReach,
}

/// <param name="Factor">How much of an agent of the formula one of this team is; 1 where nothing can be said.</param>
/// <param name="Observed">The share that gave up.</param>
/// <param name="Predicted">The share that the formula expects with the factor.</param>
/// <param name="PredictedAtOne">The share that it expects without.</param>
/// <param name="Verdict">What the factor rests on.</param>
public sealed record TeamFactorFit(double Factor, double Observed, double Predicted, double PredictedAtOne, TeamFactorVerdict Verdict);

/// <summary>
/// Real teams lose time inside the half hour that no schedule knows of. The factor for effective agents is the one with which
/// as many are expected to give up as did; it corrects the waits as well.
/// </summary>
public static class TeamFactor
{
    const double FewestAbandoned = 20;
    const double Lowest = 0.3;
    const double Highest = 1.7;
    const double Exact = 1e-4;

    public static TeamFactorFit Fit(IReadOnlyList<StaffedInterval> intervals)
    {
        var offered = intervals.Sum(its => its.Offered);
        var abandoned = intervals.Sum(its => its.Abandoned);
        var team = new PredictedAbandonment(intervals);
        var observed = offered > 0 ? abandoned / offered : double.NaN;
        var atOne = team.With(1);
        TeamFactorFit Unfitted(TeamFactorVerdict verdict) => new(1, observed, atOne, atOne, verdict);
        if (abandoned == 0 && offered > 0)
        {
            return Unfitted(TeamFactorVerdict.NobodyLeft);
        }

        if (abandoned < FewestAbandoned)
        {
            return Unfitted(TeamFactorVerdict.TooLittle);
        }

        if (!(team.With(Lowest) >= observed && team.With(Highest) <= observed))
        {
            return Unfitted(TeamFactorVerdict.BeyondReach);
        }

        var (low, high) = (Lowest, Highest);
        while (high - low > Exact)
        {
            var middle = (low + high) / 2;
            (low, high) = team.With(middle) > observed ? (middle, high) : (low, middle);
        }

        var factor = (low + high) / 2;
        return new TeamFactorFit(factor, observed, team.With(factor), atOne, TeamFactorVerdict.Fitted);
    }

    /// <summary>What the formula expects of a team at one factor or another; half hours that are alike are figured out once.</summary>
    sealed class PredictedAbandonment(IReadOnlyList<StaffedInterval> intervals)
    {
        readonly List<(Workload Work, double Agents, double Offered)> _alike =
            [.. intervals.Where(its => its.Offered > 0).GroupBy(its => (its.Work, its.Agents)).Select(group => (group.Key.Work, group.Key.Agents, group.Sum(its => its.Offered)))];

        readonly Dictionary<(Workload, int), double> _known = [];

        public double With(double factor)
        {
            var (lost, all) = (0.0, 0.0);
            foreach (var (work, agents, offered) in _alike)
            {
                var (below, part) = ((int)(factor * agents), factor * agents % 1);
                lost += offered * ((1 - part) * Of(work, below) + (part > 0 ? part * Of(work, below + 1) : 0));
                all += offered;
            }

            return all > 0 ? lost / all : double.NaN;
        }

        double Of(Workload work, int agents)
        {
            if (!_known.TryGetValue((work, agents), out var lost))
            {
                _known[(work, agents)] = lost = work.Abandonment(agents);
            }

            return lost;
        }
    }
}
