using Kanal.Centre.Agents;
using Kanal.Centre.Planning;
using Kanal.Centre.Routing;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Centre.Texts;
using Kanal.Decisions.Simulation;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Strategy.Checking;
using NodaTime;

namespace Kanal.Centre.StrategyRuns;

/// <summary>Sets the scene for recorded visitors: this site's channels as measured, its people by their shifts, its routing as it is set.</summary>
public sealed class ScenarioMaking(Database database, PlanLines lines, RecordedTraffic recorded, ExpectedTraffic expected, SiteChannels channels, TimeProvider time)
{
    // Nothing is known of how often readers go away with their answer before the measuring of deflection has begun.
    const double Solves = 0.3;
    const double ReadSeconds = 90;
    const int FewVisits = 100;

    internal async Task<Scene> MakeAsync(Site site, RunPlan plan, PublishedStrategy one, PublishedStrategy other, CancellationToken ct)
    {
        var first = Dates.Of(plan.From);
        var read = await lines.AllAsync(site, ct);
        var came = plan.Traffic == RunTraffic.Expected ? await expected.MakeAsync(site, read, first, plan.Days, plan.Seed, ct) : await recorded.ReadAsync(site, first, plan.Days, ct);
        var (start, end) = (site.StartOf(first), site.StartOf(first.PlusDays(plan.Days)));
        var (rules, agents, shifts) = await database.ReadAsync(async sql => (
            await RulesReader.ReadAsync(sql, time.GetUtcNow()), await AgentDirectory.AllAsync(sql), await ShiftRow.BetweenAsync(sql, site.Id, first.PlusDays(-1), first.PlusDays(plan.Days))), ct);
        // Whoever came straight to a channel that has no way in any more came all the same.
        var offered = (await channels.OfAsync(site, ct)).UnionBy(came.Direct.Select(one => new SiteChannel(one.Channel, SiteChannels.PaceOf(one.Channel))), channel => channel.Channel).ToList();
        var main = read.Lines.GroupBy(line => line.Channel).ToDictionary(line => line.Key, line => line.MaxBy(its => read.Seen.GetValueOrDefault(its.Key)?.Offered ?? 0));
        var staff = Staff(site, agents, shifts.FindAll(row => agents.Exists(agent => agent.Id == row.AgentId && (agent.Active || Dates.Of(row.Date) < site.DateAt(time.GetUtcNow())))), start, end);
        // What things cost and bring is so whatever either strategy believes: both are measured by the same.
        var economy = one.Strategy.Definition.Economy ?? other.Strategy.Definition.Economy;
        var scene = new Scenario
        {
            Start = start,
            Length = end - start,
            Calendar = site.Calendar,
            Channels = [.. offered.Select(channel => Channel(channel, main.GetValueOrDefault(channel.Channel)) with { ContactCost = economy?.Costs.GetValueOrDefault(channel.Channel) ?? 0 })],
            Agents = staff,
            Rules = rules,
            Site = site.Id.Value,
        };
        return new Scene(
            scene with { Name = plan.One.Name, Strategy = one.Strategy, Visitors = Visitors(came, one, economy, main) },
            scene with { Name = plan.Other.Name, Strategy = other.Strategy, Visitors = Visitors(came, other, economy, main) },
            came.Visits.Count, came.Direct.Count, staff.Count, Notes(plan, came, offered, economy, shifts, staff));
    }

    static SimulatedChannel Channel(SiteChannel channel, LineBasis? line) => line is null
        ? new SimulatedChannel(channel.Channel, channel.Pace) { Handle = Draw.Exponential(ReadSeconds), Solves = channel.Pace == ChannelPace.SelfService ? Solves : 0, TakesWhenClosed = channel.Pace != ChannelPace.Live }
        : new SimulatedChannel(channel.Channel, channel.Pace)
        {
            Handle = Draw.Exponential(line.HandleSeconds),
            Stretch = [.. line.HandleByLevel.Select(seconds => seconds / line.HandleSeconds)],
            Patience = line.Letters ? Draw.Never : Draw.Exponential(line.PatienceSeconds),
            TargetSeconds = line.Target.Seconds,
            AtOnce = line.AtOnce,
            Interruptible = line.Letters,
            TakesWhenClosed = channel.Pace != ChannelPace.Live,
        };

    // The same kinds in the same order for both, so that chance deals them the same.
    static List<VisitorKind> Visitors(Traffic came, PublishedStrategy published, EconomyDefinition? economy, Dictionary<string, LineBasis?> main)
    {
        var queue = (main.GetValueOrDefault("chat") ?? main.Values.FirstOrDefault(line => line is not null))?.Queue.Value ?? 1;
        List<VisitorKind> kinds =
        [
            new("visitors")
            {
                Arrivals = came.As(published),
                Queue = queue,
                Prefers = came.Prefers(),
                Buys = came.Buys,
                Uplift = economy?.Uplift ?? 0,
                MarginShare = economy?.MarginShare ?? 1,
                SolvedValue = economy?.SolvedValue ?? 0,
            },
        ];
        kinds.AddRange(came.Direct.GroupBy(one => (one.Channel, one.QueueId)).OrderBy(one => one.Key).Select(direct => new VisitorKind($"{direct.Key.Channel} {direct.Key.QueueId}")
        {
            Channel = direct.Key.Channel,
            Queue = direct.Key.QueueId.Value,
            SolvedValue = economy?.SolvedValue ?? 0,
            Arrivals = new RecordedArrivals([.. direct.Select(one => new RecordedVisitor(Instant.FromDateTimeOffset(one.OpenedAt)) { Asked = true })]),
        }));
        return kinds;
    }

    static List<SimulatedAgent> Staff(Site site, List<Agent> agents, List<ShiftRow> shifts, Instant start, Instant end)
    {
        var worked = shifts.ToLookup(row => row.AgentId, row => WorkSpan.Worked(site, row.AgentId, Dates.Of(row.Date), row.Times).ToList());
        var planned = shifts.Exists(row => row.Times.Count > 0);
        var open = site.Calendar.OpenStretches(start, end).ToList();
        List<SimulatedAgent> staff = [];
        foreach (var agent in agents.Where(agent => planned || agent.Active).OrderBy(agent => agent.Id))
        {
            var present = planned ? Within(worked[agent.Id].SelectMany(spans => spans), start, end) : open;
            if (present.Count > 0)
            {
                staff.Add(new SimulatedAgent(agent.Profile, present));
            }
        }

        return staff;
    }

    static List<Interval> Within(IEnumerable<WorkSpan> spans, Instant start, Instant end) =>
        [.. spans.Where(span => span.End > start && span.Start < end).OrderBy(span => span.Start).Select(span => new Interval(Instant.Max(span.Start, start), Instant.Min(span.End, end)))];

    static List<Sentence> Notes(RunPlan plan, Traffic came, List<SiteChannel> offered, EconomyDefinition? economy, List<ShiftRow> shifts, List<SimulatedAgent> staff)
    {
        List<Sentence> notes = ["Only visitors who have agreed to it, or asked something, are recorded; those who did neither are not among them."];
        if (plan.Traffic == RunTraffic.Expected)
        {
            notes.Insert(0, "As many come as the forecast expects by half hour, each like somebody who was recorded in the last four weeks. They were drawn once for all runs: that the forecast may be wrong is not in the intervals.");
        }

        if (economy is not { Costs.Count: > 0 })
        {
            notes.Add("What a contact costs is set in neither strategy, so no cost is counted.");
        }

        if (came.Visits.Count < FewVisits)
        {
            notes.Add($"Recorded visits: {came.Visits.Count}. That is little: the intervals only hold what chance does to these few.");
        }

        if (came.Prefers() is { Count: > 0 } known && offered.FindAll(channel => !known.ContainsKey(channel.Channel)) is { Count: > 0 } unknown)
        {
            notes.Add($"Never shown on these days: {unknown.Select(channel => AdviceTexts.Channel(channel.Channel)).Aggregate((some, last) => $"{some}, {last}")}. Where a menu shows it now, it is taken as readily as what visitors liked best.");
        }

        if (!shifts.Exists(row => row.Times.Count > 0))
        {
            notes.Add("No shifts were planned on these days: everybody who works here is taken to be there in all opening hours.");
        }

        if (staff.Count == 0)
        {
            notes.Add("Nobody was there on these days.");
        }

        return notes;
    }
}

/// <summary>Both strategies before the same visitors.</summary>
sealed record Scene(Scenario One, Scenario Other, int Visits, int Direct, int Agents, IReadOnlyList<Sentence> Notes);
