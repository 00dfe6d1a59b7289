using Kanal.Centre.Storage;
using Kanal.Decisions.Staffing;
using Kanal.Web.Demo.World;
using Kanal.Web.Hosting;
using NodaTime;

namespace Kanal.Web.Demo.Seeding;

/// <summary>
/// Eight weeks of half hours as they would come from the system that the agency had before: how many came over each channel, how they
/// fared with those who were there, and how long it took. What has been counted since the demo began stands beside it.
/// </summary>
sealed class Ledger(Database database, ServerSettings server, TimeProvider time)
{
    const int Days = 56;
    const int SlotsPerDay = 48;
    const double GrowthPerDay = 0.0008;
    const double Restless = 0.12;
    const double Patience = 240;
    const double Shrinkage = 0.15;

    // Of an agent of the formula, one of this team is so much: what planning is to find.
    const double Team = 0.9;

    // Of the chats, those that had their agent alone; the others shared one with one more, or two.
    static readonly double[] _held = [0.45, 0.35, 0.2];

    static readonly Stream[] _streams =
    [
        new("General", "chat", 62, 410, 2), new("Bookings", "chat", 74, 520, 2), new("Travelling now", "chat", 30, 460, 2),
        new("General", "callback", 12, 330, 1), new("General", "email", 34, 390, 0),
    ];

    static readonly double[] _week = [1.22, 1.08, 1.02, 0.98, 0.9, 0.42, 0.38];

    // From eight to eight: a peak before noon, a lower one in the afternoon, and people on their sofas.
    static readonly double[] _day =
        [.. Enumerable.Range(0, SlotsPerDay).Select(slot => slot / 2.0).Select(hour => Hump(hour, 10.5, 1.6) + (0.85 * Hump(hour, 14.5, 1.9)) + (0.4 * Hump(hour, 19, 1.2)) + 0.05)];

    public async Task WriteAsync(Centre.Sites.Site site, CancellationToken ct)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (zone, today) = (site.Calendar.Zone, now.InZone(site.Calendar.Zone).Date);
        var chance = new Random(server.Demo?.Seed ?? 0);
        var fates = new Dictionary<(Stream, int, int, int), Fate>();
        var days = new BulkInsert("planning_days", "site_id, date, counted_at, settled");
        var rows = new BulkInsert("planning_history", "site_id, queue_id, channel, starts_at, imported, offered, answered, in_time, abandoned, waited, answer_wait, handled, handle");
        var levels = new BulkInsert("planning_levels", "site_id, queue_id, channel, date, held, completions, seconds");
        await database.WriteAsync(async sql =>
        {
            var queues = (await sql.QueryAsync<Queue>("select id, name from queues")).ToDictionary(queue => queue.Name, queue => queue.Id);
            for (var back = Days; back >= 0; back--)
            {
                var date = today.PlusDays(-back);
                var mood = Math.Exp(Restless * Normal(chance)) * (1 - (GrowthPerDay * back));
                var chats = _streams.ToDictionary(stream => stream, _ => 0);

                for (var slot = 0; slot < SlotsPerDay; slot++)
                {
                    var start = zone.AtLeniently(date.AtMidnight().PlusMinutes(30 * slot)).ToInstant();
                    var open = Usually((int)date.DayOfWeek, slot) && site.Calendar.On(date).Name is null or "Demo";
                    if (start + Duration.FromMinutes(30) > now)
                    {
                        break;
                    }

                    foreach (var stream in _streams.Where(stream => open || (stream.Weight == 0 && slot is > 12 and < 46)))
                    {
                        var come = Poisson(chance, Mean((int)date.DayOfWeek, slot, stream) * mood);
                        chats[stream] += Add(rows, site.Id, queues[stream.Queue], stream, start, come, Fared(fates, stream, (int)date.DayOfWeek, slot, come), back > 0, chance);
                    }
                }

                // Today is counted anew by whoever looks, and what was written of it would be gone.
                if (back > 0)
                {
                    var day = NodaTime.Text.LocalDatePattern.Iso.Format(date);
                    days.Add(site.Id, day, now.ToDateTimeOffset(), true);
                    foreach (var (stream, many) in chats.Where(its => its.Value > 0))
                    {
                        Share(levels, site.Id, queues[stream.Queue], stream, day, many);
                    }
                }
            }

            await days.WriteAsync(sql);
            await rows.WriteAsync(sql);
            await levels.WriteAsync(sql);
        }, ct);
    }

    // How many shared their agent with another.
    static int Add(BulkInsert rows, Id site, Id queue, Stream stream, Instant start, int come, Fate fate, bool shared, Random chance)
    {
        if (come == 0)
        {
            return 0;
        }

        var abandoned = Enumerable.Range(0, come).Count(_ => chance.NextDouble() < fate.Leave);
        var answered = come - abandoned;
        var within = Enumerable.Range(0, answered).Count(_ => chance.NextDouble() < fate.Soon);
        var alone = shared && stream.ByLevel.Length > 1 ? Enumerable.Range(0, answered).Count(_ => chance.NextDouble() < _held[0]) : answered;
        rows.Add(site, queue, stream.Channel, start.ToDateTimeOffset(), true, come, answered, within, abandoned, Math.Round(come * fate.Waited, 1), Math.Round(come * fate.AnswerWait, 1), alone,
            Math.Round(alone * stream.HandleSeconds * Math.Exp(0.15 * Normal(chance)), 1));
        return answered - alone;
    }

    static void Share(BulkInsert levels, Id site, Id queue, Stream stream, string day, int many)
    {
        for (var held = 1; held < stream.ByLevel.Length; held++)
        {
            var completions = many * _held[held] / (1 - _held[0]);
            levels.Add(site, queue, stream.Channel, day, held + 1, completions, completions * stream.ByLevel[held]);
        }
    }

    // How they fare follows from who is there, by the formulas that plan.
    static Fate Fared(Dictionary<(Stream, int, int, int), Fate> known, Stream stream, int weekday, int slot, int come)
    {
        if (stream.Weight == 0)
        {
            return new Fate(0, 0.96, 3_400, 3_400);
        }

        if (!known.TryGetValue((stream, weekday, slot, come), out var fate))
        {
            var there = Math.Round(Those(stream, weekday, slot).Count() * (1 - Shrinkage) * 4) / 4;
            var figures = Work(stream, weekday, slot, come).With(Math.Max(0.5, there * Team), 20);
            var leave = figures.Abandonment;
            // All that is waited, by those who are patient in this measure, is what makes so many leave.
            known[(stream, weekday, slot, come)] = fate = leave < 1 ? new Fate(leave, figures.ServiceLevel / (1 - leave), leave * Patience, Math.Min(leave, (1 - leave) * figures.SpeedOfAnswer / Patience) * Patience) : new Fate(1, 0, Patience, 0);
        }

        return fate;
    }

    static IEnumerable<Employee> Those(Stream stream, int weekday, int slot) => Roster.At(weekday, slot).Where(employee => Workforce.Serves(employee, stream.Queue));

    // What else those who serve it have to do, as if it were of this one.
    static Workload Work(Stream stream, int weekday, int slot, int come)
    {
        var own = Those(stream, weekday, slot).ToList();
        var elsewhere = _streams.Where(other => other.Weight > 0 && other != stream)
            .Sum(other => (double)own.Count(employee => Workforce.Serves(employee, other.Queue)) / Math.Max(1, Those(other, weekday, slot).Count()) * other.Occupies(Mean(weekday, slot, other) * 2));
        var perHour = Math.Round((come * 2) + (elsewhere / stream.Occupies(1)));
        return stream.Weight == 1 ? new CallWorkload(perHour, stream.HandleSeconds, Patience) : new ChatWorkload(perHour, stream.ByLevel, Patience);
    }

    static double Mean(int weekday, int slot, Stream stream) => stream.PerDay * _week[weekday - 1] * _day[slot] / _day.Where((_, at) => Usually(1, at)).Sum();

    static bool Usually(int weekday, int slot) => weekday < 6 ? slot is >= 16 and < 40 : slot is >= 20 and < 32;

    static double Hump(double hour, double at, double width) => Math.Exp(-(hour - at) * (hour - at) / (2 * width * width));

    static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    static int Poisson(Random chance, double mean)
    {
        var (count, product) = (0, chance.NextDouble());
        for (var limit = Math.Exp(-mean); product > limit; product *= chance.NextDouble())
        {
            count++;
        }

        return count;
    }

    /// <param name="Leave">The share that leaves.</param>
    /// <param name="Soon">Of the others, the share that is answered in time.</param>
    /// <param name="Waited">Seconds that one waits, answered or not.</param>
    /// <param name="AnswerWait">Of these, what one waits who is answered.</param>
    readonly record struct Fate(double Leave, double Soon, double Waited, double AnswerWait);

    /// <param name="PerDay">On an ordinary day.</param>
    /// <param name="Weight">How many of them one agent about carries at once; 0 for letters.</param>
    sealed record Stream(string Queue, string Channel, double PerDay, double HandleSeconds, int Weight)
    {
        public double[] ByLevel => Weight < 2 ? [HandleSeconds] : [HandleSeconds, HandleSeconds * 1.3, HandleSeconds * 1.6];

        /// <summary>How many people so many an hour keep busy, each with as many at once as they may.</summary>
        public double Occupies(double perHour) => perHour / 3600 * ByLevel[^1] / ByLevel.Length;
    }

    sealed record Queue
    {
        public Id Id { get; init; }
        public string Name { get; init; } = "";
    }
}
