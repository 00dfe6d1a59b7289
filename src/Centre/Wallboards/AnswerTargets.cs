using System.Collections.Frozen;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Centre.Wallboards;

/// <summary>Within which time customers are to be answered, and by when that is: targets run on the site's open clock.</summary>
public sealed class AnswerTargets(Database database, SiteDirectory sites)
{
    FrozenDictionary<Id, OpeningCalendar> _calendars = FrozenDictionary<Id, OpeningCalendar>.Empty;
    FrozenDictionary<Id, QueueTerms> _terms = FrozenDictionary<Id, QueueTerms>.Empty;
    RoutingChoices _choices = RoutingChoices.Usual;

    /// <summary>To be called before use, and whenever settings were changed.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        _calendars = (await sites.AllAsync(ct)).ToFrozenDictionary(site => site.Id, site => site.Calendar);
        (_terms, _choices) = await database.ReadAsync(async sql => (
            (await QueueBook.RowsAsync(sql)).ToFrozenDictionary(queue => queue.Id, queue => queue.Terms),
            await RoutingSettings.ReadAsync(sql)), ct);
    }

    /// <summary>Within how much open time: as the queue says, else as the channel does.</summary>
    public Duration Of(Id queue, string channel) => Duration.FromSeconds(
        _terms.GetValueOrDefault(queue)?.Targets.FirstOrDefault(target => target.Channel == channel)?.Seconds ?? _choices.Of(channel).TargetSeconds);

    /// <summary>Of a hundred customers, how many are to be answered within it.</summary>
    public int GoalOf(Id queue) => _terms.GetValueOrDefault(queue)?.Targets is [var first, ..] ? first.Share : 80;

    /// <summary>By when a customer who has waited since then is to be answered; null where that never comes.</summary>
    /// <param name="own">Seconds of open time, where the conversation has a target of its own.</param>
    public DateTimeOffset? DueAt(Id site, Id queue, string channel, int? own, DateTimeOffset since) =>
        Due(_calendars.GetValueOrDefault(site), Instant.FromDateTimeOffset(since), own is { } seconds ? Duration.FromSeconds(seconds) : Of(queue, channel));

    internal Demand Set(Demand demand)
    {
        var target = Duration.FromMilliseconds(demand.Target);
        var since = Instant.FromDateTimeOffset(demand.Since);
        var calendar = _calendars.GetValueOrDefault(demand.SiteId);
        return demand with
        {
            DueAt = Due(calendar, since, target),
            NearAt = Due(calendar, since, target * ((_terms.GetValueOrDefault(demand.QueueId)?.NearAt ?? 80) / 100.0)),
            DayEnds = DayEnds(calendar?.Zone ?? DateTimeZone.Utc, since),
        };
    }

    /// <summary>Under the target that holds now.</summary>
    internal Demand Again(Demand open) => Set(open with { Target = open.OwnTarget is { } own ? own * 1000L : (long)Of(open.QueueId, open.Channel).TotalMilliseconds });

    internal Demand End(Demand demand, DateTimeOffset at, DemandEnding ending) => demand with
    {
        EndedAt = at,
        Ending = ending,
        Waited = (long)(_calendars.GetValueOrDefault(demand.SiteId)?.OpenTimeBetween(Instant.FromDateTimeOffset(demand.Since), Instant.FromDateTimeOffset(at))
            ?? Instant.FromDateTimeOffset(at) - Instant.FromDateTimeOffset(demand.Since)).TotalMilliseconds,
    };

    static DateTimeOffset? Due(OpeningCalendar? calendar, Instant since, Duration target) =>
        (calendar is null ? since + target : calendar.DueAfter(since, target))?.ToDateTimeOffset();

    static DateTimeOffset DayEnds(DateTimeZone zone, Instant since) =>
        zone.AtStartOfDay(since.InZone(zone).Date.PlusDays(1)).ToInstant().ToDateTimeOffset();
}
