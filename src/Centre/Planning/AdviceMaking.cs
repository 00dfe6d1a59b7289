using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Decisions.Staffing;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Advises on opening hours and channels, from the coming week's forecasts and shifts.</summary>
public sealed class AdviceMaking(PlanLines lines, Expectations expectations, TeamFactors factors, PlanMaking plans, AdviceFacts facts, TimeProvider time)
{
    const int Week = 7;

    // Live work first, as routing gives it out; letters get what is left.
    static readonly string[] _order = ["chat", "phone", "callback", "messaging", "sms", "email"];

    public async Task<Advice> MakeAsync(Site site, CancellationToken ct)
    {
        await plans.FreshenAsync(site, ct);
        var first = site.DateAt(time.GetUtcNow()).PlusDays(1);
        var read = await lines.AllAsync(site, ct);
        var (people, fromShifts) = await facts.PeopleAsync(site, read, first, ct);
        var (demands, bases, notes) = (new List<ChannelDemand>(), new Dictionary<string, LineBasis>(), new List<Sentence>());
        var values = await facts.ValuesAsync(site, ct);
        var (factor, others, unknown) = (new List<double>(), new List<ChannelAdvice>(), new List<UnknownDemand>());
        foreach (var channel in read.Lines.GroupBy(line => line.Channel).OrderBy(channel => Array.IndexOf(_order, channel.Key)))
        {
            // Queues of a channel are answered by the same people: the one to which most comes speaks for its targets.
            var main = channel.MaxBy(line => read.Seen.GetValueOrDefault(line.Key)?.Offered ?? 0);
            var slots = new Dictionary<int, double>();
            foreach (var line in channel)
            {
                await AddAsync(line, first, slots, ct);
            }

            if (main is { Letters: false } && slots.Values.Sum() <= 0)
            {
                bases[channel.Key] = main;
                unknown.Add(new UnknownDemand(channel.Key, main.Work(1), main.Targets, OpenPlaces(site, first)));
                continue;
            }

            if (main is null || slots.Values.Sum() <= 0)
            {
                notes.Add($"Too little has come over {AdviceTexts.Channel(channel.Key)} to say anything about it.");
                continue;
            }

            if (main.Letters)
            {
                others.Add(LettersOf(channel.Key, await plans.MakeAsync(site, main.Queue, channel.Key, Dates.At(first), Week, ct)));
                continue;
            }

            if (main.Settings.UsesFactor && (await factors.OfAsync(main, read, ct)).Factor is { } fitted)
            {
                factor.Add(fitted);
            }

            bases[channel.Key] = main;
            demands.Add(new ChannelDemand(channel.Key, channel.Any(line => read.Seen.GetValueOrDefault(line.Key)?.Offered > 0), slots.ToDictionary(slot => slot.Key, slot => main.Work(slot.Value * 2)), main.Targets, values.GetValueOrDefault(channel.Key, 1)));
        }

        if (!fromShifts)
        {
            notes.Insert(0, "No shifts are planned for the coming week: everybody who works here is taken to be there in all opening hours.");
        }

        var shrinkage = bases.Values.Select(line => line.Settings.Shrinkage).DefaultIfEmpty(0).Average();
        var answer = Readiness.Of(new ReadinessQuestion(people, demands, shrinkage, factor.DefaultIfEmpty(1).Average()) { Unknown = unknown });
        var used = read.Seen.Where(line => line.Value.Offered > 0).Select(line => line.Key.Channel).ToHashSet();
        foreach (var room in answer.Room)
        {
            if (AdviceRoom.Of(room, bases[room.Channel], used.Contains(room.Channel)) is { } advice)
            {
                others.Add(advice);
            }
            else
            {
                notes.Add(AdviceTexts.AtNoHour(room.Channel, bases[room.Channel].Target));
            }
        }

        return Advise(site, first, people, fromShifts, values.Count > 0, answer, bases, values, others, notes);
    }

    static List<int> OpenPlaces(Site site, LocalDate first) =>
        [.. from day in Enumerable.Range(0, Week)
            let date = first.PlusDays(day)
            from start in site.Of(date)
            where site.IsOpenIn(start)
            select AdviceFacts.PlaceOf(date, HalfHours.PlaceOf(site.Calendar.Zone, start))];

    // Letters are answered beside other work: not by the hour, but by what is left of the week.
    static ChannelAdvice LettersOf(string channel, Plan plan) =>
        new(channel, true, plan.Target, plan.Totals.ServiceLevel, plan.Totals.ServiceLevel is null ? 0 : 1, [], [], [AdviceTexts.Letters(plan)]);

    async Task AddAsync(LineBasis line, LocalDate first, Dictionary<int, double> slots, CancellationToken ct)
    {
        var expected = await expectations.OfAsync(line, first, first.PlusDays(Week - 1), ct);
        for (var day = 0; day < Week; day++)
        {
            var date = first.PlusDays(day);
            foreach (var start in line.Site.Of(date))
            {
                if (expected.At(start) is { Mean: > 0 } its && (line.Letters || line.Site.IsOpenIn(start)))
                {
                    var place = AdviceFacts.PlaceOf(date, HalfHours.PlaceOf(line.Site.Calendar.Zone, start));
                    slots[place] = slots.GetValueOrDefault(place) + its.Mean;
                }
            }
        }
    }

    static Advice Advise(
        Site site, LocalDate first, IReadOnlyList<ReadinessPerson> people, bool fromShifts, bool byValue, ReadinessAnswer answer, Dictionary<string, LineBasis> bases, Dictionary<string, double> values, List<ChannelAdvice> others, List<Sentence> notes)
    {
        var channels = new List<ChannelAdvice>();
        foreach (var channel in answer.Channels)
        {
            var (line, worth) = (bases[channel.Channel], values.GetValueOrDefault(channel.Channel, 1));
            var windows = AdviceWeek.Windows(channel, slot => slot.PerHour * worth);
            var missing = AdviceWeek.TooFew(channel);
            channels.Add(new ChannelAdvice(channel.Channel, channel.IsOpen, line.Target, double.IsFinite(channel.ServiceLevel) ? Math.Round(channel.ServiceLevel, 4) : null,
                double.IsFinite(channel.ValueShare) ? Math.Round(channel.ValueShare, 4) : 0, windows, missing, AdviceTexts.Of(channel.Channel, line.Target, people.Count, byValue, windows, missing)));
        }

        channels.AddRange(others);
        var next = channels.Find(channel => channel.Channel == answer.Next);
        // Where nothing is known of any that is closed, the one that the people could carry the most of.
        var roomiest = answer.Room.Where(room => channels.Exists(channel => channel.Channel == room.Channel && !channel.Open)).MaxBy(room => room.Slots.Sum(slot => (long)slot.PerHour))?.Channel;
        return new Advice
        {
            Site = site.Id,
            From = Dates.At(first),
            Ready = channels.Count > 0,
            People = people.Count,
            FromShifts = fromShifts,
            ByValue = byValue,
            Channels = channels,
            Next = next?.Channel ?? roomiest,
            NextText = next is not null ? AdviceTexts.Next(next.Channel, next.ValueShare) : roomiest is not null ? AdviceTexts.NextUnknown(roomiest) : null,
            Notes = notes,
        };
    }
}

/// <summary>Who can work when, and what contacts are worth.</summary>
public sealed class AdviceFacts(Database database, TimeProvider time)
{
    const int ValueDays = 90;

    // A place in a week of half hours, Monday at midnight first.
    internal static int PlaceOf(LocalDate date, int slot) => (((int)date.DayOfWeek - 1) * AdviceWeek.SlotsPerDay) + slot;

    internal async Task<(IReadOnlyList<ReadinessPerson> People, bool FromShifts)> PeopleAsync(Site site, SiteLinesRead read, LocalDate first, CancellationToken ct)
    {
        var rows = await database.ReadAsync(sql => ShiftRow.BetweenAsync(sql, site.Id, first.PlusDays(-1), first.PlusDays(6)), ct);
        var worked = rows.ToLookup(row => row.AgentId, row => WorkSpan.Worked(site, row.AgentId, Dates.Of(row.Date), row.Times).ToList());
        var slots = Enumerable.Range(0, 7).SelectMany(day => site.Of(first.PlusDays(day)).Select(start => (Start: start, Place: PlaceOf(first.PlusDays(day), HalfHours.PlaceOf(site.Calendar.Zone, start))))).ToList();
        var middle = Duration.FromMinutes(HalfHours.Minutes / 2);
        var fromShifts = rows.Exists(row => row.Times.Count > 0);
        var people = new List<ReadinessPerson>();
        foreach (var person in read.People)
        {
            var spans = worked[person.Id].SelectMany(span => span).ToList();
            var there = slots.Where(slot => fromShifts ? spans.Exists(span => span.Start <= slot.Start + middle && slot.Start + middle < span.End) : site.Calendar.IsOpen(slot.Start)).Select(slot => slot.Place).ToHashSet();
            var channels = read.Lines.Where(line => person.Serves(line.Queue, line.Channel)).Select(line => line.Channel).ToHashSet();
            if (there.Count > 0 && channels.Count > 0)
            {
                people.Add(new ReadinessPerson(person.Id.ToString(), channels, there));
            }
        }

        return (people, fromShifts);
    }

    /// <summary>What a contact of each channel has brought in orders on average; empty where none are known.</summary>
    internal async Task<Dictionary<string, double>> ValuesAsync(Site site, CancellationToken ct)
    {
        var from = time.GetUtcNow().AddDays(-ValueDays);
        var rows = await database.ReadAsync(sql => sql.QueryAsync<ValueRow>("""
            select c.channel, sum(o.value) as value, (select count(*) from conversations a where a.site_id = @Id and a.channel = c.channel and a.id >= @first) as many
            from order_contacts j join orders o on o.id = j.order_id join conversations c on c.id = j.conversation_id
            where o.site_id = @Id and o.ordered_at >= @from group by c.channel
            """, new { site.Id, from, first = IdSource.Earliest(from) }), ct);
        return rows.Where(row => row.Value > 0).ToDictionary(row => row.Channel, row => row.Value / Math.Max(1, row.Many));
    }

    sealed record ValueRow
    {
        public string Channel { get; init; } = "";
        public double Value { get; init; }
        public long Many { get; init; }
    }
}
