using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Makes plans: as it is, and as it would be.</summary>
public sealed class PlanMaking(PlanLines lines, Expectations expectations, PlanStaffing staffing, TeamFactors factors, HistoryUpkeep upkeep, TimeProvider time)
{
    const int MostDays = 31;
    const int Farthest = 92;

    public Task<Plan> MakeAsync(Site site, Id queue, string channel, DateOnly from, int days, CancellationToken ct) => MakeAsync(site, queue, channel, from, days, new PlanChange(), ct);

    public async Task<WhatIf> WhatIfAsync(Site site, WhatIfRequest request, CancellationToken ct)
    {
        PlanCheck.Check(request.Change);
        var now = await MakeAsync(site, request.Queue, request.Channel, request.From, request.Days, ct);
        var then = await MakeAsync(site, request.Queue, request.Channel, request.From, request.Days, request.Change, ct);
        return new WhatIf(now.Totals, then, WhatIfTexts.Of(now, then));
    }

    /// <summary>Counts what has come meanwhile.</summary>
    internal Task FreshenAsync(Site site, CancellationToken ct) => upkeep.FreshenAsync(site, ct);

    /// <summary>A line's factor with its days.</summary>
    public async Task<TeamFactorReading> FactorAsync(Site site, Id queue, string channel, CancellationToken ct)
    {
        await upkeep.FreshenAsync(site, ct);
        var read = await lines.AllAsync(site, ct);
        return await factors.OfAsync(PlanLines.Find(read, queue, channel), read, ct);
    }

    async Task<Plan> MakeAsync(Site site, Id queue, string channel, DateOnly from, int days, PlanChange change, CancellationToken ct)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (first, today) = (Dates.Of(from), now.InZone(site.Calendar.Zone).Date);
        if (days is < 1 or > MostDays)
        {
            throw RefusedException.Invalid("days", $"This should be 1 to {MostDays}.");
        }

        if (first > today.PlusDays(Farthest) || first < today.PlusDays(-4 * Farthest))
        {
            throw RefusedException.Invalid("from", $"Plans reach {Farthest} days ahead and a year back.");
        }

        await upkeep.FreshenAsync(site, ct);
        var read = await lines.AllAsync(site, ct);
        var asIs = PlanLines.Find(read, queue, channel);
        var line = asIs.Under(change);
        var last = first.PlusDays(days - 1);
        var expected = await expectations.OfAsync(asIs, LocalDate.Min(first, line.Letters ? today : first), last.PlusDays(line.Letters ? 4 : 0), ct);
        var staff = await staffing.ReadAsync(site, read, LocalDate.Min(first, line.Letters ? today : first), last.PlusDays(line.Letters ? 4 : 0), ct);
        var fitted = await factors.OfAsync(asIs, read, ct);
        var factor = line.Settings.UsesFactor && fitted.Factor is { } value ? value : 1;
        var slots = new PlanSlots(line, expected, staff, change, factor, now).Of(first, last, line.Letters ? await staffing.WaitingAsync(line, ct) : 0);
        return new Plan
        {
            Site = site.Id,
            Queue = queue,
            Channel = channel,
            TimeZone = site.TimeZone,
            From = from,
            Days = days,
            At = now.ToDateTimeOffset(),
            Letters = line.Letters,
            Target = line.Target,
            Shrinkage = line.Settings.Shrinkage,
            Quantile = line.Settings.Quantile,
            AtOnce = line.AtOnce,
            HandleSeconds = Math.Round(line.HandleSeconds, 1),
            Handled = line.Handled,
            PatienceSeconds = line.Letters ? null : Math.Round(line.PatienceSeconds, 1),
            Factor = new PlanFactor(fitted.Factor ?? 1, line.Settings.UsesFactor && fitted.Factor is not null, fitted.Reason),
            Forecast = Quality(expected, SpecialDates.Of(site, first, last).Count > 0),
            Slots = slots,
            Daily = [.. Enumerable.Range(0, days).Select(day => Day(site, first.PlusDays(day), slots))],
            Totals = Totals(slots),
            Notes = Notes(line, staff, expected),
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
