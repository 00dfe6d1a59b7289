using System.Collections.Concurrent;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Decisions.Staffing;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>How much of an agent of the formula one of a team is, from how many left in the last weeks while so many were planned.</summary>
public sealed class TeamFactors(PlanStaffing staffing, LineHistories histories, TimeProvider time)
{
    const int Days = 28;
    const int FewestDays = 5;

    readonly ConcurrentDictionary<(Id Site, Id Queue, string Channel), (object Mark, TeamFactorReading Reading)> _fitted = new();

    internal async Task<TeamFactorReading> OfAsync(LineBasis line, SiteLinesRead read, CancellationToken ct)
    {
        var today = line.Site.DateAt(time.GetUtcNow());
        var (first, last) = (today.PlusDays(-Days), today.PlusDays(-1));
        if (line.Letters)
        {
            return TeamFactorReading.Not("Letters wait until there is time for them: nobody leaves, so there is nothing to fit a factor by.");
        }

        var history = await histories.ReadAsync(line.Site, line.Queue, line.Channel, Dates.At(first), Dates.At(last), ct);
        var staff = await staffing.ReadAsync(line.Site, read, first, last, ct);
        var seen = Seen(line, staff, history).ToList();
        var mark = (today, line.Settings.Shrinkage, line.HandleSeconds, line.PatienceSeconds, line.AtOnce, seen.Count, seen.Sum(one => one.There * (1 + one.Slot.Start.ToUnixTimeSeconds() % 997)), seen.Sum(one => one.Slot.Abandoned * 31 + one.Slot.Offered));
        if (_fitted.TryGetValue((line.Site.Id, line.Queue, line.Channel), out var fitted) && fitted.Mark.Equals(mark))
        {
            return fitted.Reading;
        }

        var reading = Fit(line, seen);
        _fitted[(line.Site.Id, line.Queue, line.Channel)] = (mark, reading);
        return reading;
    }

    // Half hours that were open and for which somebody was planned: of the others the team says nothing.
    static IEnumerable<SeenSlot> Seen(LineBasis line, PlannedStaff staff, List<HistorySlot> history) =>
        from slot in history
        let start = Instant.FromDateTimeOffset(slot.Start)
        where line.Site.Calendar.IsOpen(start)
        // A quarter of a person more or less makes no difference that four weeks could show.
        let pool = staff.Of(line, start)
        let there = Math.Round(pool.People * (1 - line.Settings.Shrinkage) * 4) / 4
        where there > 0 && slot.Offered > 0
        select new SeenSlot(slot, line.Site.DateAt(slot.Start), there, Math.Round(pool.PerHour(line, slot.Offered * 2)));

    static TeamFactorReading Fit(LineBasis line, List<SeenSlot> seen)
    {
        if (seen.Select(one => one.Date).Distinct().Count() is var days && days < FewestDays)
        {
            return TeamFactorReading.Not($"Days of the last four weeks with both contacts and shifts: {days}. It takes {FewestDays}.");
        }

        // One list for all, so that equal half hours are seen to be equal.
        var work = new Dictionary<double, Workload>();
        StaffedInterval Interval(SeenSlot one) =>
            new(work.TryGetValue(one.PerHour, out var known) ? known : work[one.PerHour] = line.Work(one.PerHour), one.There, one.Slot.Offered, one.Slot.Abandoned);
        var fit = TeamFactor.Fit(seen.ConvertAll(Interval));
        var factor = fit.Verdict == TeamFactorVerdict.Fitted ? fit.Factor : 1;
        var figures = new Dictionary<(double, double), double>();
        double Leave(SeenSlot one, double by) => figures.TryGetValue((one.PerHour, one.There * by), out var share) ? share
            : figures[(one.PerHour, one.There * by)] = Interval(one).Work.With(one.There * by, line.Target.Seconds).Abandonment;
        return new TeamFactorReading
        {
            Ready = fit.Verdict == TeamFactorVerdict.Fitted,
            Factor = fit.Verdict == TeamFactorVerdict.Fitted ? Math.Round(factor, 3) : null,
            Reason = ReasonOf(fit),
            Days = [.. seen.GroupBy(one => one.Date).Select(day => new FactorDay(
                Dates.At(day.Key), day.Sum(one => one.Slot.Offered), Math.Round(day.Sum(one => one.There) / 2, 2),
                Share(day.Sum(one => one.Slot.Offered * Leave(one, 1)), day), Share(day.Sum(one => one.Slot.Offered * Leave(one, factor)), day), Share(day.Sum(one => one.Slot.Abandoned), day)))],
        };
    }

    static double? Share(double left, IEnumerable<SeenSlot> day) => double.IsFinite(left) ? Math.Round(left / day.Sum(one => one.Slot.Offered), 4) : null;

    static Sentence? ReasonOf(TeamFactorFit fit) => fit.Verdict == TeamFactorVerdict.Fitted ? null : fit.Verdict switch
    {
        TeamFactorVerdict.NobodyLeft => Sentence.Of("Nobody left in the last four weeks, so the team's own factor can't be told from one."),
        TeamFactorVerdict.BeyondReach => "So many or so few left that no factor explains it: look at the shifts, the shrinkage and the handle time first.",
        _ => "Too few contacts came in the last four weeks to tell how this team differs from the formula.",
    };

    sealed record SeenSlot(HistorySlot Slot, LocalDate Date, double There, double PerHour);
}

/// <summary>The team's own factor, with what it predicts of each day beside what was.</summary>
public sealed record TeamFactorReading
{
    public required bool Ready { get; init; }

    /// <summary>Null where it could not be fitted.</summary>
    public double? Factor { get; init; }

    /// <summary>Why not.</summary>
    public Sentence? Reason { get; init; }

    public required IReadOnlyList<FactorDay> Days { get; init; }

    internal static TeamFactorReading Not(Sentence reason) => new() { Ready = false, Reason = reason, Days = [] };
}

/// <param name="Offered">Who came while somebody was planned.</param>
/// <param name="StaffHours">Hours that people were there, shrinkage taken off.</param>
/// <param name="PredictedAbandonment">By the formula alone.</param>
/// <param name="PredictedWithFactor">With the team's factor.</param>
/// <param name="ActualAbandonment">As it was.</param>
public sealed record FactorDay(DateOnly Date, int Offered, double StaffHours, double? PredictedAbandonment, double? PredictedWithFactor, double? ActualAbandonment);
