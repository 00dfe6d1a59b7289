using Kanal.Centre.Routing;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Wallboards;
using Kanal.Decisions.Measures;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>
/// Counts what came to a site, one day at a time, from what is on disk: demands, and conversations of which none was kept. The whole
/// day is written anew in one transaction, so a count that was cut short leaves no trace and counting again changes nothing.
/// </summary>
public sealed class HistoryCounting(Database database, SiteDirectory sites, TimeProvider time)
{
    // What is still open so long after its day is no news about that day any more.
    static readonly Period _longestOpen = Period.FromDays(14);

    // Where a channel never gives its units back for silence, a conversation left open over lunch is not worked on all the same.
    static readonly Duration _longestSilence = Duration.FromMinutes(60);

    // An id may be made a moment before or after the time that stands beside it.
    static readonly TimeSpan _moment = TimeSpan.FromMinutes(1);

    internal async Task CountAsync(Site site, LocalDate date, CancellationToken ct)
    {
        var targets = new AnswerTargets(database, sites);
        await targets.ReadAsync(ct);
        var (from, to) = (site.StartOf(date), site.StartOf(date.PlusDays(1)));
        var now = time.GetUtcNow();
        var read = await database.ReadAsync(sql => ReadAsync(sql, site.Id, from.ToDateTimeOffset(), to.ToDateTimeOffset()), ct);
        var demands = read.Demands.ConvertAll(targets.Set);
        foreach (var lost in read.Unkept.Where(one => one.OpenedAt >= from.ToDateTimeOffset() && one.OpenedAt < to.ToDateTimeOffset()))
        {
            if (lost.EndOf(lost.OpenedAt) is var (at, ending))
            {
                demands.Add(targets.End(targets.Again(new Demand { Id = lost.Id, ConversationId = lost.Id, QueueId = lost.QueueId, SiteId = lost.SiteId, Channel = lost.Channel, Since = lost.OpenedAt, OwnTarget = lost.TargetSeconds, Target = 0 }), at, ending));
            }
        }

        var stretches = Stretches(demands, read.Acts, read.Later, read.Idle);
        var times = InHandTime.Of(stretches.SelectMany(its => its.Value));
        var finished = stretches.Where(its => its.Value.Exists(one => one.Finishes)).Select(its => its.Key).ToHashSet();
        var slots = demands.Where(demand => demand.Ending != DemandEnding.Withdrawn && (demand.Ending is not null || demand.IsOverdue(now)))
            .GroupBy(demand => (demand.QueueId, demand.Channel, Start: HalfHours.Holding(site.Calendar.Zone, Instant.FromDateTimeOffset(demand.Since))))
            .Select(slot => Row(site.Id, slot.Key, [.. slot], times, finished, now)).ToList();
        var day = Dates.Text(date);
        var over = now >= to.ToDateTimeOffset();
        var settled = over && (date.Plus(_longestOpen) < site.DateAt(now) || (!read.AnyOpen && demands.TrueForAll(demand => demand.Ending is not null)));
        await database.WriteAsync(async sql =>
        {
            // Another node has looked later than this one did.
            if (await sql.FirstAsync<long>("select count(*) from planning_days where site_id = @Id and date = @day and counted_at > @now", new { site.Id, day, now }) > 0)
            {
                return;
            }

            await sql.ExecuteAsync("delete from planning_history where site_id = @Id and starts_at >= @from and starts_at < @to and imported = false", new { site.Id, from = from.ToDateTimeOffset(), to = to.ToDateTimeOffset() });
            await sql.ExecuteAsync("delete from planning_levels where site_id = @Id and date = @day", new { site.Id, day });
            await sql.ExecuteAsync(Insert, slots);
            await sql.ExecuteAsync("""
                insert into planning_levels (site_id, queue_id, channel, date, held, completions, seconds) values (@Id, @Queue, @Channel, @day, @held, @Completions, @Seconds)
                on conflict (site_id, queue_id, channel, date, held) do update set completions = excluded.completions, seconds = excluded.seconds
                """,
                times.Levels.SelectMany(line => line.Value.Index().Select(level => new { site.Id, line.Key.Queue, line.Key.Channel, day, held = level.Index + 1, level.Item.Completions, level.Item.Seconds })).ToList());
            await sql.ExecuteAsync("""
                insert into planning_days (site_id, date, counted_at, settled) values (@Id, @day, @now, @settled)
                on conflict (site_id, date) do update set counted_at = excluded.counted_at, settled = excluded.settled
                """, new { site.Id, day, now, settled });
        }, ct);
    }

    const string Insert = """
        insert into planning_history (site_id, queue_id, channel, starts_at, imported, offered, answered, in_time, abandoned, waited, answer_wait, handled, handle)
        values (@Site, @Queue, @Channel, @Start, false, @Offered, @Answered, @Within, @Abandoned, @Waited, @AnswerWait, @Handled, @Handle)
        on conflict (site_id, queue_id, channel, starts_at) do update set imported = false, offered = excluded.offered, answered = excluded.answered, in_time = excluded.in_time,
            abandoned = excluded.abandoned, waited = excluded.waited, answer_wait = excluded.answer_wait, handled = excluded.handled, handle = excluded.handle
        where planning_history.imported = false or excluded.offered > planning_history.offered
        """;

    static async Task<DayRead> ReadAsync(Sql sql, Id site, DateTimeOffset from, DateTimeOffset to)
    {
        var with = new { site, from, to, first = IdSource.Earliest(from - _moment), last = IdSource.Earliest(to + _moment) };
        var demands = await sql.QueryAsync<Demand>("select * from demands where site_id = @site and since >= @from and since < @to", with);
        var unkept = await sql.QueryAsync<Stands>($"{Stands.Select} where c.site_id = @site and c.id >= @first and c.id < @last and not exists (select 1 from demands d where d.conversation_id = c.id)", with);
        // Of those that came on this day: what was done in them, until the same customer came once more.
        const string Came = """
            (select d.conversation_id from demands d where d.site_id = @site and d.since >= @from and d.since < @to
            union select c.id from conversations c where c.site_id = @site and c.id >= @first and c.id < @last and not exists (select 1 from demands e where e.conversation_id = c.id))
            """;
        var acts = await sql.QueryAsync<HandAct>($"select conversation_id, sent_at as at, case when author = 'agent' then agent_id end as agent_id, null as event from messages where conversation_id in {Came}", with);
        acts.AddRange(await sql.QueryAsync<HandAct>($"select conversation_id, happened_at as at, agent_id, event from lines where conversation_id in {Came}", with));
        var later = await sql.QueryAsync<Later>($"select conversation_id, min(since) as since from demands where since >= @to and conversation_id in {Came} group by conversation_id", with);
        var open = await sql.FirstAsync<long>($"select count(*) from conversations where state <> 'closed' and id in {Came}", with);
        var idle = (await RoutingSettings.ReadAsync(sql)).Channels.ToDictionary(channel => channel.Channel, channel => channel.IdleMinutes);
        return new DayRead(demands, unkept, acts.ToLookup(act => act.ConversationId), later.ToDictionary(row => row.ConversationId, row => row.Since), idle, open > 0);
    }

    static Dictionary<Id, List<HandStretch>> Stretches(List<Demand> demands, ILookup<long, HandAct> acts, Dictionary<long, long> later, Dictionary<string, int> idle)
    {
        var stretches = new Dictionary<Id, List<HandStretch>>();
        foreach (var conversation in demands.GroupBy(demand => demand.ConversationId.Value))
        {
            var its = acts[conversation.Key].OrderBy(act => act.At).ToList();
            var ends = later.GetValueOrDefault(conversation.Key, long.MaxValue);
            foreach (var demand in conversation.OrderByDescending(demand => demand.Since))
            {
                var since = demand.Since.ToUnixTimeMilliseconds();
                var silence = idle.GetValueOrDefault(demand.Channel) is > 0 and var minutes ? Duration.FromMinutes(minutes) : _longestSilence;
                // Each demand is a piece of work of its own, known to the sweep by its own number.
                stretches[demand.Id] = HandAct.Stretches(demand.Id.Value, new WaitLine(demand.QueueId.Value, demand.Channel), its.Where(act => act.At >= since && act.At < ends), (long)silence.TotalMilliseconds);
                ends = since;
            }
        }

        return stretches;
    }

    static object Row(Id site, (Id Queue, string Channel, Instant Start) slot, List<Demand> demands, InHandTime times, HashSet<Id> finished, DateTimeOffset now)
    {
        var answered = demands.FindAll(demand => demand.Ending == DemandEnding.Answered);
        var handled = answered.FindAll(demand => finished.Contains(demand.Id) && times.SecondsOf(demand.Id.Value) > 0);
        return new
        {
            Site = site,
            slot.Queue,
            slot.Channel,
            Start = slot.Start.ToDateTimeOffset(),
            Offered = demands.Count,
            Answered = answered.Count,
            Within = demands.Count(demand => demand.IsWithin),
            Abandoned = demands.Count(demand => demand.Ending == DemandEnding.Abandoned),
            Waited = demands.Sum(demand => (demand.Waited ?? Math.Min((now - demand.Since).TotalMilliseconds, demand.Target)) / 1000.0),
            AnswerWait = answered.Sum(demand => (demand.Waited ?? 0) / 1000.0),
            Handled = handled.Count,
            Handle = handled.Sum(demand => times.SecondsOf(demand.Id.Value)),
        };
    }

    sealed record DayRead(List<Demand> Demands, List<Stands> Unkept, ILookup<long, HandAct> Acts, Dictionary<long, long> Later, Dictionary<string, int> Idle, bool AnyOpen);

    sealed record Later
    {
        public long ConversationId { get; init; }
        public long Since { get; init; }
    }
}
