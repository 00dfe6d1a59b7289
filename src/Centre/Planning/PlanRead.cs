using Kanal.Centre.Sites;
using Kanal.Centre.Texts;
using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>All that a plan of some days is made from, read once however often it is worked out.</summary>
/// <param name="Waiting">Letters that wait now.</param>
sealed record PlanRead(LineBasis Line, LocalDate First, LocalDate Last, Instant Now, Expected Expected, PlannedStaff Staff, TeamFactorReading Fitted, int Waiting)
{
    public Plan Under(PlanChange change)
    {
        var (line, site, days) = (Line.Under(change), Line.Site, Period.DaysBetween(First, Last) + 1);
        var factor = line.Settings.UsesFactor && Fitted.Factor is { } value ? value : 1;
        var slots = new PlanSlots(line, Expected, Staff, change, factor, Now).Of(First, Last, Waiting);
        return new Plan
        {
            Site = site.Id,
            Queue = line.Queue,
            Channel = line.Channel,
            TimeZone = site.TimeZone,
            From = Dates.At(First),
            Days = days,
            At = Now.ToDateTimeOffset(),
            Letters = line.Letters,
            Target = line.Target,
            Shrinkage = line.Settings.Shrinkage,
            Quantile = line.Settings.Quantile,
            AtOnce = line.AtOnce,
            HandleSeconds = Math.Round(line.HandleSeconds, 1),
            Handled = line.Handled,
            PatienceSeconds = line.Letters ? null : Math.Round(line.PatienceSeconds, 1),
            Factor = new PlanFactor(Fitted.Factor ?? 1, line.Settings.UsesFactor && Fitted.Factor is not null, Fitted.Reason),
            Forecast = Quality(Expected, SpecialDates.Of(site, First, Last).Keys.Any(date => !line.OnlyWhileOpen || site.Of(date).Exists(site.IsOpenIn))),
            Slots = slots,
            Daily = [.. Enumerable.Range(0, days).Select(day => Day(site, First.PlusDays(day), slots))],
            Totals = Totals(slots),
            Notes = Notes(line, Staff, Expected),
        };
    }

    // It was worked out for longer than was asked about.
    static PlanForecast Quality(Expected expected, bool special) => new(
        expected.Ready, [.. expected.Coming.Doubts.Where(doubt => special || doubt != ForecastDoubt.SpecialDayNeverSeen).Select(doubt => DoubtTexts.Of(doubt, expected.Coming.DaysOfHistory))], expected.Coming.Method,
        Known(expected.Coming.Wape), Known(expected.Coming.NaiveWape), expected.Coming.DaysOfHistory);

    static double? Known(double? share) => share is { } known && double.IsFinite(known) ? Math.Round(known, 4) : null;

    static PlanDay Day(Site site, LocalDate date, List<PlanSlot> slots)
    {
        var its = slots.FindAll(slot => site.DateAt(slot.Start) == date);
        return new PlanDay(Dates.At(date), its.Exists(slot => slot.Open), site.Calendar.On(date).Name, Totals(its));
    }

    static PlanTotals Totals(List<PlanSlot> slots)
    {
        var actual = slots.FindAll(slot => slot.Actual is not null);
        var offered = actual.Sum(slot => slot.Actual?.Offered ?? 0);
        return new PlanTotals(
            actual.Count == 0 ? null : offered,
            offered == 0 ? null : Math.Round((double)actual.Sum(slot => slot.Actual?.Within ?? 0) / offered, 4),
            slots.Exists(slot => slot.Forecast is not null) ? Math.Round(slots.Sum(slot => slot.Forecast?.Mean ?? 0), 1) : null,
            Mean(slots, slot => slot.Expected?.ServiceLevel),
            Mean(slots, slot => slot.Expected?.Abandonment),
            Hours(slots, slot => slot.Required), Hours(slots, slot => slot.Scheduled), Hours(slots, slot => slot.Open ? slot.Planned : 0),
            slots.Count(slot => slot.Gap < -0.25));
    }

    // Of those who come, not of half hours.
    static double? Mean(List<PlanSlot> slots, Func<PlanSlot, double?> share)
    {
        var known = slots.FindAll(slot => share(slot) is not null && slot.Forecast is { Mean: > 0 });
        var come = known.Sum(slot => slot.Forecast?.Mean ?? 0);
        return come > 0 ? Math.Round(known.Sum(slot => (share(slot) ?? 0) * (slot.Forecast?.Mean ?? 0)) / come, 4) : null;
    }

    static double Hours(List<PlanSlot> slots, Func<PlanSlot, double?> people) => Math.Round(slots.Sum(slot => people(slot) ?? 0) * HalfHours.Minutes / 60, 2);

    static List<Sentence> Notes(LineBasis line, PlannedStaff staff, Expected expected)
    {
        const int FewestHandled = 20;
        var notes = new List<Sentence>();
        if (!staff.Any)
        {
            notes.Add("No shifts are planned in this time, so nobody is counted as there.");
        }

        if (expected.Ready && line.Handled < FewestHandled)
        {
            notes.Add($"Conversations measured in four weeks: {line.Handled}. The handle time of {Math.Round(line.HandleSeconds / 60, 1)} minutes is more the usual one than this team's own.");
        }

        if (expected.Ready && !line.Letters && line.Left < 5)
        {
            notes.Add($"Customers who left while they waited in four weeks: {line.Left}. A patience of {Math.Round(line.PatienceSeconds / 60, 1)} minutes is more assumed than measured.");
        }

        return notes;
    }
}
