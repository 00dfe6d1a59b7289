namespace Kanal.Decisions.Staffing;

/// <summary>How many agents a team needs.</summary>
/// <param name="Agents">Who must be there, the team's own factor taken into account.</param>
/// <param name="Scheduled">Who must be planned for that many to be there.</param>
/// <param name="Figures">What can be expected of them.</param>
public sealed record RequiredStaff(int Agents, int Scheduled, QueueFigures Figures);

/// <summary>The smallest team that keeps all its targets: galloped to, then bisected.</summary>
public static class RequiredAgents
{
    // 14 agents with a tenth away are 15.56; rounding must not make 21 of 20.000000001.
    const double Rounding = 1e-9;

    /// <param name="work">What comes.</param>
    /// <param name="targets">What has to be kept.</param>
    /// <param name="shrinkage">The share of paid time in which somebody is not there.</param>
    /// <param name="teamFactor">How much of an agent of the formula one of this team is.</param>
    /// <returns>Null when no number of agents keeps the targets.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number that cannot be.</exception>
    public static RequiredStaff? Of(Workload work, StaffingTargets targets, double shrinkage = 0, double teamFactor = 1)
    {
        targets.Check();
        Check(shrinkage, teamFactor);
        return Least((work.Fewest, work.Start, work.Most), agents => work.With(agents, targets.WithinSeconds), targets.AreMet) is not { } found ? null
            : Staff(found.Agents, shrinkage, teamFactor, found.Figures);
    }

    /// <summary>Who must be planned for so many to be there: <c>ceil(required / (1 - shrinkage) - 1e-9)</c>.</summary>
    public static int Scheduled(double required, double shrinkage)
    {
        Valid.ShareBelowOne(shrinkage);
        return (int)Math.Min(int.MaxValue, Math.Ceiling(required / (1 - shrinkage) - Rounding));
    }

    /// <summary>Of a team that takes calls first and chats with the rest, both with targets of their own.</summary>
    public static RequiredBlended? Of(BlendedWorkload work, StaffingTargets calls, StaffingTargets chats, double shrinkage = 0, double teamFactor = 1)
    {
        calls.Check();
        chats.Check();
        Check(shrinkage, teamFactor);
        return Least(
            (Math.Max(work.Calls.Fewest, work.Chats.Fewest), Math.Max(work.Calls.Start, work.Chats.Start), Math.Min(work.Calls.Most, work.Chats.Most)),
            agents => work.With(agents, calls.WithinSeconds, chats.WithinSeconds),
            both => calls.AreMet(both.Calls) && chats.AreMet(both.Chats)) is not { } found ? null
            : Staff(found.Agents, shrinkage, teamFactor, found.Figures.Calls) is var staff ? new RequiredBlended(staff.Agents, staff.Scheduled, found.Figures) : null;
    }

    static RequiredStaff Staff(int required, double shrinkage, double teamFactor, QueueFigures figures)
    {
        var there = (int)Math.Min(int.MaxValue, Math.Ceiling(required / teamFactor - Rounding));
        return new RequiredStaff(there, Scheduled(there, shrinkage), figures);
    }

    static (int Agents, T Figures)? Least<T>((int Fewest, int Start, int Most) range, Func<int, T> figures, Func<T, bool> met)
    {
        var (below, at, step) = (range.Fewest - 1, Math.Clamp(range.Start, range.Fewest, range.Most), 1);
        var answer = figures(at);
        while (!met(answer))
        {
            if (at == range.Most)
            {
                return null;
            }

            (below, at, step) = (at, (int)Math.Min(range.Most, (long)at + step), (int)Math.Min(range.Most, 2L * step));
            answer = figures(at);
        }

        while (at - below > 1)
        {
            var middle = below + (at - below) / 2;
            var its = figures(middle);
            if (met(its))
            {
                (at, answer) = (middle, its);
            }
            else
            {
                below = middle;
            }
        }

        return (at, answer);
    }

    static void Check(double shrinkage, double teamFactor)
    {
        Valid.ShareBelowOne(shrinkage);
        if (!(teamFactor > 0) || !double.IsFinite(teamFactor))
        {
            throw new ArgumentOutOfRangeException(nameof(teamFactor), teamFactor, "A team's factor is above zero.");
        }
    }
}
