using Kanal.Centre.Planning;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Simulation;
using NodaTime;

namespace Kanal.Centre.StrategyRuns;

/// <summary>Reads who came to a site: the questions of its menus as they were kept, and conversations that came without one.</summary>
public sealed class RecordedTraffic(Database database, TimeProvider time)
{
    // A page more within this is the same visit.
    static readonly TimeSpan _visit = TimeSpan.FromMinutes(30);

    const int Most = 100_000;

    /// <summary>How many there are on some days who could come once more.</summary>
    /// <exception cref="RefusedException">These are no days that could be tried.</exception>
    public async Task<RecordedDays> CountAsync(Site site, DateOnly? asked, int? many, CancellationToken ct)
    {
        var faults = new Faults();
        var (from, days) = RunDays.Read(faults, RunTraffic.Recorded, asked, many, Dates.At(site.DateAt(time.GetUtcNow())));
        faults.ThrowIfAny();
        var with = With(site, Dates.Of(from), days);
        var (decisions, direct) = await database.ReadAsync(async sql => (await DecisionsAsync(sql, with, "''"), await DirectAsync(sql, with)), ct);
        var visits = Visits(decisions);
        var chosen = visits.Where(visit => visit.Chosen is not null).CountBy(visit => visit.Chosen ?? "").ToDictionary();
        var straight = direct.CountBy(one => one.Channel).ToDictionary();
        return new RecordedDays(from, days, visits.Count,
            [.. chosen.Keys.Union(straight.Keys).Select(channel => new RecordedChannel(channel, chosen.GetValueOrDefault(channel), straight.GetValueOrDefault(channel))).OrderByDescending(channel => channel.Asked + channel.Direct).ThenBy(channel => channel.Channel, StringComparer.Ordinal)]);
    }

    /// <exception cref="RefusedException"><c>too-much-traffic</c>: there is more than can be played; none of it is left out silently.</exception>
    internal async Task<Traffic> ReadAsync(Site site, LocalDate first, int days, CancellationToken ct)
    {
        var with = With(site, first, days);
        var (decisions, direct, orders) = await database.ReadAsync(async sql => (
            await DecisionsAsync(sql, with, "d.record"), await DirectAsync(sql, with),
            await sql.QueryAsync<string>("select distinct visitor from orders where site_id = @site and visitor is not null and ordered_at >= @from and ordered_at < @to", with)), ct);
        if (decisions.Count > Most || direct.Count > Most)
        {
            throw RefusedException.Conflict("too-much-traffic", $"More than {Most} questions or conversations were recorded on these days. Take fewer days.");
        }

        var (bought, visits) = (orders.ToHashSet(), Visits(decisions));
        return new Traffic(visits, direct, visits.Count == 0 ? 0 : (double)visits.Select(visit => visit.Visitor).Distinct().Count(bought.Contains) / visits.Select(visit => visit.Visitor).Distinct().Count());
    }

    static object With(Site site, LocalDate first, int days)
    {
        var (from, to) = (site.StartOf(first).ToDateTimeOffset(), site.StartOf(first.PlusDays(days)).ToDateTimeOffset());
        return new { site = site.Id, from, to, first = IdSource.Earliest(from), last = IdSource.Earliest(to), most = Most + 1 };
    }

    static Task<List<DecisionOf>> DecisionsAsync(Sql sql, object with, string record) => sql.QueryAsync<DecisionOf>($"""
        select d.decided_at, d.visitor, d.channels, {record} as record, (select min(c.channel) from conversation_decisions j join conversations c on c.id = j.conversation_id where j.decision_id = d.id) as chosen
        from decisions d where d.site_id = @site and d.decided_at >= @from and d.decided_at < @to and d.arm <> 'bot' order by d.decided_at, d.id limit @most
        """, with);

    static Task<List<DirectOf>> DirectAsync(Sql sql, object with) => sql.QueryAsync<DirectOf>("""
        select c.opened_at, c.channel, c.queue_id from conversations c
        where c.site_id = @site and c.id >= @first and c.id < @last and not exists (select 1 from conversation_decisions j where j.conversation_id = c.id) order by c.opened_at, c.id limit @most
        """, with);

    static List<Visit> Visits(List<DecisionOf> decisions) =>
        [.. decisions.GroupBy(one => one.Visitor).SelectMany(visitor => OfOne([.. visitor])).OrderBy(visit => visit.At)];

    static IEnumerable<Visit> OfOne(List<DecisionOf> decisions)
    {
        var current = new List<DecisionOf>();
        foreach (var decision in decisions)
        {
            if (current is [.., var last] && decision.DecidedAt - last.DecidedAt > _visit)
            {
                yield return Visit.Of(current);
                current = [];
            }

            current.Add(decision);
        }

        if (current.Count > 0)
        {
            yield return Visit.Of(current);
        }
    }
}

/// <param name="Buys">Of the visitors, the share who ordered.</param>
sealed record Traffic(List<Visit> Visits, List<DirectOf> Direct, double Buys)
{
    /// <summary>How readily each channel was taken where it was shown, the readiest as one.</summary>
    public Dictionary<string, double> Prefers()
    {
        var shown = Visits.Where(visit => visit.Chosen is not null).SelectMany(visit => visit.Channels).GroupBy(channel => channel)
            .ToDictionary(channel => channel.Key, channel => (Visits.Count(visit => visit.Chosen == channel.Key) + 0.5) / (channel.Count() + 1));
        var most = shown.Values.DefaultIfEmpty(1).Max();
        return shown.ToDictionary(channel => channel.Key, channel => channel.Value / most);
    }

    public RecordedArrivals As(PublishedStrategy published) => new([.. Visits.Select(visit => new RecordedVisitor(Instant.FromDateTimeOffset(visit.At))
    {
        Visitor = visit.Visitor,
        Facts = DecisionRecord.From(visit.Record).Question(published.Strategy.Catalogue).Facts,
        Asked = visit.Chosen is not null,
    })]);
}

/// <param name="Chosen">The channel of the conversation that came of it; null where none did.</param>
sealed record Visit(DateTimeOffset At, string Visitor, string[] Channels, string? Chosen, string Record)
{
    // What they asked from, else what they saw last.
    public static Visit Of(List<DecisionOf> decisions)
    {
        var its = decisions.Find(decision => decision.Chosen is not null) ?? decisions[^1];
        return new Visit(its.DecidedAt, its.Visitor, its.Channels.Split(','), its.Chosen, its.Record);
    }
}

sealed record DecisionOf
{
    public DateTimeOffset DecidedAt { get; init; }
    public string Visitor { get; init; } = "";
    public string Channels { get; init; } = "";
    public string Record { get; init; } = "";
    public string? Chosen { get; init; }
}

sealed record DirectOf
{
    public DateTimeOffset OpenedAt { get; init; }
    public string Channel { get; init; } = "";
    public Id QueueId { get; init; }
}
