using Kanal.Centre.Storage;

namespace Kanal.Centre.Wallboards;

/// <summary>Today's demands of all queues, those still open, and what they add up to.</summary>
sealed class DemandTally
{
    static readonly TimeSpan _halfHour = TimeSpan.FromMinutes(30);

    readonly Dictionary<Id, Dictionary<Id, Demand>> _byQueue = [];
    readonly Dictionary<Id, Demand> _open = [];
    readonly Dictionary<Id, DateTimeOffset> _latest = [];

    /// <summary>The open demand of a conversation.</summary>
    public Demand? OpenOf(Id conversation) => _open.GetValueOrDefault(conversation);

    public IEnumerable<Demand> Open => _open.Values;

    /// <summary>Whether this wait was counted before: news from before a start may come once more after it.</summary>
    public bool Knows(Id conversation, DateTimeOffset since) => _latest.TryGetValue(conversation, out var latest) && since <= latest;

    public void Put(Demand demand)
    {
        _latest[demand.ConversationId] = demand.Since;
        if (_open.TryGetValue(demand.ConversationId, out var before) && before.Id == demand.Id && before.QueueId != demand.QueueId)
        {
            _byQueue[before.QueueId].Remove(before.Id);
        }

        if (!_byQueue.TryGetValue(demand.QueueId, out var there))
        {
            _byQueue[demand.QueueId] = there = [];
        }

        there[demand.Id] = demand;
        if (demand.Ending is null)
        {
            _open[demand.ConversationId] = demand;
        }
        else if (OpenOf(demand.ConversationId)?.Id == demand.Id)
        {
            _open.Remove(demand.ConversationId);
        }
    }

    public ServiceLevel Today(Id queue, DateTimeOffset now) => Sum(Of(queue).Where(demand => demand.DayEnds > now), now);

    public ServiceLevel HalfHour(Id queue, DateTimeOffset now) => Sum(Of(queue).Where(demand => demand.Since > now - _halfHour), now);

    /// <summary>Drops what belongs to days that are over.</summary>
    public void Forget(DateTimeOffset now)
    {
        foreach (var there in _byQueue.Values)
        {
            foreach (var old in there.Values.Where(demand => demand.Ending is not null && demand.DayEnds <= now && demand.Since <= now - _halfHour).ToList())
            {
                there.Remove(old.Id);
                _latest.Remove(old.ConversationId);
            }
        }
    }

    /// <summary>When the first open demand becomes near or overdue after that.</summary>
    public DateTimeOffset? NextMoment(DateTimeOffset after) =>
        _open.Values.SelectMany(demand => new[] { demand.NearAt, demand.DueAt }).Where(at => at > after).Min();

    public void Clear()
    {
        _byQueue.Clear();
        _open.Clear();
        _latest.Clear();
    }

    Dictionary<Id, Demand>.ValueCollection Of(Id queue) => (_byQueue.GetValueOrDefault(queue) ?? []).Values;

    static ServiceLevel Sum(IEnumerable<Demand> demands, DateTimeOffset now)
    {
        var (answered, within, abandoned, overdue, waited) = (0, 0, 0, 0, 0L);
        foreach (var demand in demands)
        {
            answered += demand.Ending == DemandEnding.Answered ? 1 : 0;
            waited += demand.Ending == DemandEnding.Answered ? demand.Waited ?? 0 : 0;
            within += demand.IsWithin ? 1 : 0;
            abandoned += demand.Ending == DemandEnding.Abandoned ? 1 : 0;
            overdue += demand.IsOverdue(now) ? 1 : 0;
        }

        return new ServiceLevel(answered + abandoned + overdue, answered, within, abandoned, answered == 0 ? null : (int)Math.Round(waited / 1000.0 / answered));
    }
}
