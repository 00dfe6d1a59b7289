using Kanal.Centre.Agents;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Planning;

/// <summary>The lines of a site, and what is known of each.</summary>
public sealed class PlanLines(Database database, TimeProvider time)
{
    const int MeasuredDays = 28;

    // As if a few had been seen to leave with the usual patience, as the live waits assume.
    const double PriorLeft = 5;
    const double UsualPatience = 300;

    public async Task<List<PlanningLine>> ListAsync(Site site, CancellationToken ct)
    {
        var lines = await AllAsync(site, ct);
        return lines.Lines.ConvertAll(line => new PlanningLine
        {
            Queue = line.Queue,
            QueueName = line.QueueName,
            Channel = line.Channel,
            Letters = line.Letters,
            Target = line.Target,
            Shrinkage = line.Settings.Shrinkage,
            UsesFactor = line.Settings.UsesFactor,
            AtOnce = line.AtOnce,
            People = lines.People.Count(person => person.Serves(line.Queue, line.Channel)),
            Offered = lines.Seen.GetValueOrDefault(line.Key)?.Offered ?? 0,
            Since = lines.Seen.GetValueOrDefault(line.Key)?.Since is { } since ? Dates.At(site.DateAt(since)) : null,
        });
    }

    internal async Task<SiteLinesRead> AllAsync(Site site, CancellationToken ct)
    {
        var from = time.GetUtcNow().AddDays(-MeasuredDays);
        return await database.ReadAsync(async sql =>
        {
            var queues = (await QueueBook.RowsAsync(sql)).ToDictionary(queue => queue.Id);
            var choices = await RoutingSettings.ReadAsync(sql);
            var seen = await SeenAsync(sql, site.Id, choices.Channels.Select(channel => channel.Channel), from);
            var levels = (await sql.QueryAsync<LevelRow>("""
                select queue_id, channel, held, sum(completions) as completions, sum(seconds) as seconds from planning_levels
                where site_id = @Id and date >= @day group by queue_id, channel, held order by held
                """, new { site.Id, day = Dates.Text(site.DateAt(from)) })).ToLookup(row => (row.QueueId, row.Channel));
            var entries = await sql.QueryAsync<EntryRow>("select queue_id, channel from entry_points where site_id = @Id order by id", new { site.Id });
            var settings = (await sql.QueryAsync<Id>("select queue_id from planning_queues where site_id = @Id", new { site.Id })).ToHashSet();
            List<LineBasis> lines = [];
            foreach (var (queue, channel) in entries.Select(entry => (entry.QueueId, entry.Channel)).Concat(seen.Keys).Distinct().Where(key => queues.ContainsKey(key.QueueId)))
            {
                lines.Add(Of(site, queues[queue], choices.Of(channel), settings.Contains(queue) ? await PlanningQueues.ReadAsync(sql, site.Id, queue) : new PlanningQueue(site.Id, queue),
                    seen.GetValueOrDefault((queue, channel)), [.. levels[(queue, channel)]]));
            }

            lines.Sort((one, other) => (one.QueueName, one.Channel).CompareTo((other.QueueName, other.Channel)));
            return new SiteLinesRead(lines, await PlanPerson.AllAsync(sql), await PlanPerson.AllAsync(sql, left: true), seen);
        }, ct);
    }

    // Line by line, along the key: the years before the last weeks are not read.
    static async Task<Dictionary<(Id QueueId, string Channel), SeenRow>> SeenAsync(Sql sql, Id site, IEnumerable<string> channels, DateTimeOffset from)
    {
        var seen = new Dictionary<(Id QueueId, string Channel), SeenRow>();
        foreach (var channel in channels)
        {
            foreach (var row in await sql.QueryAsync<SeenRow>("""
                select q.id as queue_id, (select min(f.starts_at) from planning_history f where f.site_id = @site and f.queue_id = q.id and f.channel = @channel) as since,
                    coalesce(sum(h.offered), 0) as offered, coalesce(sum(h.abandoned), 0) as abandoned, coalesce(sum(h.waited), 0.0) as waited,
                    coalesce(sum(case when h.imported = true then h.handled else 0 end), 0) as handled, coalesce(sum(case when h.imported = true then h.handle else 0.0 end), 0.0) as handle
                from queues q left join planning_history h on h.site_id = @site and h.queue_id = q.id and h.channel = @channel and h.starts_at >= @from group by q.id
                """, new { site, channel, from }))
            {
                if (row.Since is not null)
                {
                    seen[(row.QueueId, channel)] = row;
                }
            }
        }

        return seen;
    }

    /// <exception cref="RefusedException">The site has no such line.</exception>
    internal static LineBasis Find(SiteLinesRead read, Id queue, string channel) => read.Lines.Find(line => line.Key == (queue, channel))
        ?? throw (read.Lines.Exists(line => line.Queue == queue)
            ? RefusedException.Invalid("channel", "Nothing comes to this queue over this channel.")
            : RefusedException.Invalid("queue", "Nothing of this site comes to such a queue."));

    static LineBasis Of(Site site, QueueRow queue, ChannelChoice channel, PlanningQueue settings, SeenRow? seen, List<LevelRow> levels)
    {
        var target = queue.Terms.Targets.FirstOrDefault(one => one.Channel == channel.Channel);
        var atOnce = channel.Interruptible ? 1 : Math.Clamp(Math.Min(channel.Maximum, 100 / channel.Weight), 1, 12);
        var counts = Enumerable.Range(1, Math.Max(1, levels.Count == 0 ? 1 : levels.Max(level => level.Held)))
            .Select(held => levels.Find(level => level.Held == held) is { } row ? new LevelCount(row.Completions, row.Seconds) : default).ToList();
        counts[0] = new LevelCount(counts[0].Completions + (seen?.Handled ?? 0), counts[0].Seconds + (seen?.Handle ?? 0));
        // A letter is worked on alone, whatever else lies open on the desk.
        var measured = channel.Interruptible ? [counts.Aggregate((all, one) => new LevelCount(all.Completions + one.Completions, all.Seconds + one.Seconds))] : counts;
        return new LineBasis
        {
            Site = site,
            Queue = queue.Id,
            QueueName = queue.Name,
            Channel = channel.Channel,
            Letters = !WaitChannels.Live(channel.Channel),
            Target = new PlanTarget(target?.Seconds ?? channel.TargetSeconds, (target?.Share ?? (queue.Terms.Targets is [var first, ..] ? first.Share : 80)) / 100.0),
            Settings = settings,
            HandleByLevel = [.. HandleRates.Of(measured, WaitChannels.HandleSeconds(channel.Channel), atOnce).Select(rate => 1 / rate)],
            Handled = (int)Math.Round(measured.Sum(level => level.Completions)),
            PatienceSeconds = ((seen?.Waited ?? 0) + (PriorLeft * UsualPatience)) / ((seen?.Abandoned ?? 0) + PriorLeft),
            Left = seen?.Abandoned ?? 0,
        };
    }

    internal sealed record SeenRow
    {
        public Id QueueId { get; init; }
        public DateTimeOffset? Since { get; init; }
        public int Offered { get; init; }
        public int Abandoned { get; init; }
        public double Waited { get; init; }
        public int Handled { get; init; }
        public double Handle { get; init; }
    }

    sealed record LevelRow
    {
        public Id QueueId { get; init; }
        public string Channel { get; init; } = "";
        public int Held { get; init; }
        public double Completions { get; init; }
        public double Seconds { get; init; }
    }

    sealed record EntryRow
    {
        public Id QueueId { get; init; }
        public string Channel { get; init; } = "";
    }
}

/// <param name="People">Who work here.</param>
/// <param name="Left">Who did: on days that are over their shifts were worked.</param>
sealed record SiteLinesRead(List<LineBasis> Lines, List<PlanPerson> People, List<PlanPerson> Left, Dictionary<(Id Queue, string Channel), PlanLines.SeenRow> Seen);

/// <summary>Somebody who works here, or did, as far as planning goes.</summary>
sealed record PlanPerson(Id Id, IReadOnlySet<Id>? Queues, IReadOnlySet<string> Refused)
{
    public bool Serves(Id queue, string channel) => (Queues is null || Queues.Contains(queue)) && !Refused.Contains(channel);

    public static async Task<List<PlanPerson>> AllAsync(Sql sql, bool left = false)
    {
        var refused = (await sql.QueryAsync<Row>("select id, channels from agents where active = @here", new { here = !left }))
            .ToDictionary(row => row.Id, row => (Json.To<List<AgentChannel>>(row.Channels) ?? []).Where(channel => !channel.Allowed).Select(channel => channel.Channel).ToHashSet());
        return [.. (await Roster.ReadAsync(sql, left)).Agents.Select(agent => new PlanPerson(agent.Id, agent.Queues, refused.GetValueOrDefault(agent.Id) ?? []))];
    }

    sealed record Row
    {
        public Id Id { get; init; }
        public string Channels { get; init; } = "[]";
    }
}
