using Kanal.Decisions.Planning;
using Kanal.Decisions.Staffing;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Works out each half hour: who is needed, and what can be expected of who is planned.</summary>
sealed class PlanSlots(LineBasis line, Expected expected, PlannedStaff staff, PlanChange change, double factor, Instant now)
{
    // Nobody answers letters every second of the day.
    const double BusyWithLetters = 0.9;

    static readonly Duration _slot = Duration.FromMinutes(HalfHours.Minutes);

    readonly Dictionary<double, RequiredStaff?> _required = [];

    double Contacts => change.Contacts ?? 1;

    double Shrinkage => line.Settings.Shrinkage;

    /// <param name="waiting">Letters that wait now.</param>
    public List<PlanSlot> Of(LocalDate first, LocalDate last, int waiting)
    {
        var site = line.Site;
        var actual = expected.History.Slots.ToDictionary(slot => Instant.FromDateTimeOffset(slot.Start));
        var fates = line.Letters ? Letters(first, last, waiting) : [];
        var slots = new List<PlanSlot>();
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            foreach (var start in site.Of(date))
            {
                var mean = expected.At(start) is { } its ? its.Mean * Contacts : (double?)null;
                var slot = new PlanSlot
                {
                    Start = start.ToDateTimeOffset(),
                    Open = Open(start) > 0,
                    Planned = Round(Planned(start)),
                    Actual = start <= now && expected.History.First is { } began && date >= began ? Actual(actual.GetValueOrDefault(start)) : null,
                    Forecast = mean is null ? null : Forecast(start, mean.Value),
                };
                slots.Add(line.Letters ? fates.TryGetValue(start, out var fate) ? With(slot, fate) : slot : mean is { } coming ? With(slot, start, coming) : slot);
            }
        }

        return slots;
    }

    double Open(Instant start) => line.Site.Calendar.OpenTimeBetween(start, start + _slot).TotalSeconds;

    // More people are people who serve all that their colleagues do.
    LinePool Pool(Instant start)
    {
        var pool = staff.Of(line, start);
        return pool with { People = Math.Max(0, pool.People + (Open(start) > 0 ? change.People ?? 0 : 0)) };
    }

    // What falls to this line of those who serve it.
    double Planned(Instant start)
    {
        var pool = Pool(start);
        return line.Letters ? pool.People : pool.People * pool.ShareOf(line.Occupies((expected.At(start)?.Mean ?? 0) * Contacts * 2));
    }

    static SlotActual Actual(HistorySlot? slot) => slot is null ? new SlotActual(0, 0, 0, 0, null, null) : new SlotActual(
        slot.Offered, slot.Answered, slot.Within, slot.Abandoned, slot.Answered > 0 ? Round(slot.AnswerWaitSeconds / slot.Answered) : null, slot.Handled > 0 ? Round(slot.HandleSeconds / slot.Handled) : null);

    SlotForecast Forecast(Instant start, double mean)
    {
        var (low, high) = expected.At(start) is { } slot ? (slot.Quantile(0.1) * Contacts, slot.Quantile(0.9) * Contacts) : (mean, mean);
        var before = expected.BeforeAt(start) is { } morning && Math.Abs((morning.Mean * Contacts) - mean) > 0.005 ? Round(morning.Mean * Contacts) : (double?)null;
        return new SlotForecast(Round(mean), Round(Math.Min(low, mean)), Round(Math.Max(high, mean)), before);
    }

    // Of those who wait for an agent: each half hour by itself, in balance.
    PlanSlot With(PlanSlot slot, Instant start, double mean)
    {
        if (!slot.Open)
        {
            return slot;
        }

        var pool = Pool(start);
        var share = pool.ShareOf(line.Occupies(mean * 2));
        if (mean < HalfHours.Nobody)
        {
            return slot with { Required = 0, Scheduled = 0, Gap = Round(pool.People * share) };
        }

        var most = Math.Max(mean, (expected.At(start)?.Quantile(line.Settings.Quantile) ?? 0) * Contacts);
        var required = Required(pool.PerHour(line, most * 2));
        var figures = line.Work(pool.PerHour(line, mean * 2)).With(pool.People * (1 - Shrinkage) * factor, line.Target.Seconds);
        return slot with
        {
            Required = required is null ? null : Up(required.Agents * share),
            Scheduled = required is null ? null : Up(required.Scheduled * share),
            Gap = required is null ? null : Round((pool.People - required.Scheduled) * share),
            Expected = mean <= 0 ? null : new SlotExpected(Share(figures.ServiceLevel), Known(figures.SpeedOfAnswer), Share(figures.Abandonment), Share(figures.Occupancy)),
        };
    }

    RequiredStaff? Required(double perHour)
    {
        // Half hours that differ in the third digit need the same people.
        var rounded = perHour <= 0 ? 0 : Math.Round(perHour, Math.Max(0, 2 - (int)Math.Floor(Math.Log10(perHour))));
        if (!_required.TryGetValue(rounded, out var staff))
        {
            _required[rounded] = staff = RequiredAgents.Of(line.Work(rounded), line.Targets, Shrinkage, factor);
        }

        return staff;
    }

    PlanSlot With(PlanSlot slot, LetterFate fate)
    {
        if (!slot.Open)
        {
            return slot;
        }

        var required = Up(fate.Needed / BusyWithLetters / factor);
        var scheduled = Up(required / (1 - Shrinkage));
        return slot with
        {
            Required = required,
            Scheduled = scheduled,
            Gap = Round(slot.Planned - scheduled),
            Expected = new SlotExpected(Share(fate.ServiceLevel), Known(fate.Wait), 0, Share(fate.Occupancy)),
        };
    }

    /// <summary>A backlog runs on: from now on with what waits now, until what comes on the last day has had its time.</summary>
    Dictionary<Instant, LetterFate> Letters(LocalDate first, LocalDate last, int waiting)
    {
        var site = line.Site;
        var from = LocalDate.Min(first, expected.Today);
        var all = new List<Instant>();
        for (var date = from; date <= last.PlusDays(4); date = date.PlusDays(1))
        {
            all.AddRange(site.Of(date));
        }

        var fates = new Dictionary<Instant, LetterFate>();
        var current = HalfHours.Holding(site.Calendar.Zone, now);
        foreach (var (slots, backlog) in new[] { (all.FindAll(slot => slot < current), 0), (all.FindAll(slot => slot >= current), waiting) })
        {
            var letters = slots.ConvertAll(slot => new LetterSlot(Open(slot), (expected.At(slot)?.Mean ?? 0) * Contacts, Planned(slot) * (1 - Shrinkage) * factor));
            foreach (var (slot, fate) in slots.Zip(LetterBacklog.Of(letters, line.HandleSeconds, line.Target.Seconds, backlog)))
            {
                if (expected.At(slot) is not null)
                {
                    fates[slot] = fate;
                }
            }
        }

        return fates;
    }

    static double Up(double people) => Math.Ceiling((people * 10) - 1e-6) / 10;

    static double Round(double number) => Math.Round(number, 2);

    static double? Known(double number) => double.IsFinite(number) ? Round(number) : null;

    static double? Share(double share) => double.IsFinite(share) ? Math.Round(Math.Clamp(share, 0, 1), 4) : null;
}
