using Kanal.Centre.Conversations;
using Kanal.Centre.Findings;
using Kanal.Centre.Queues;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Wallboards;

/// <summary>Draws the board from what is known, and tells what is new since it was last drawn.</summary>
sealed class BoardView(BoardState state, AnswerTargets targets)
{
    readonly Dictionary<Id, QueueStanding> _queues = [];
    readonly Dictionary<Id, AgentStanding> _agents = [];
    readonly Dictionary<DateTimeOffset, MinuteCount> _minutes = [];
    List<Alert> _alerts = [];

    public Wallboard Whole(DateTimeOffset now)
    {
        var queues = Queues(now);
        return new Wallboard { Complete = true, At = now, Queues = queues, Agents = Agents(), Minutes = state.Minutes.Show(now), Alerts = Alerts(queues) };
    }

    /// <returns>Null where nothing has changed.</returns>
    public Wallboard? Changes(DateTimeOffset now)
    {
        var (queues, agents) = (Queues(now), Agents());
        var lost = Lost(_queues.Keys, queues.Select(queue => queue.Id)) || Lost(_agents.Keys, agents.Select(agent => agent.Id));
        if (lost)
        {
            _queues.Clear();
            _agents.Clear();
        }

        var alerts = Alerts(queues);
        var change = new Wallboard
        {
            Complete = false,
            At = now,
            Queues = New(_queues, queues, queue => queue.Id),
            Agents = New(_agents, agents, agent => agent.Id),
            Minutes = New(_minutes, state.Minutes.Show(now), minute => minute.At),
            Alerts = alerts.SequenceEqual(_alerts) ? null : alerts,
        };
        _alerts = alerts;
        foreach (var old in _minutes.Keys.Where(at => at < now - TimeSpan.FromHours(2)).ToList())
        {
            _minutes.Remove(old);
        }

        return lost ? Whole(now) : change is { Queues: null, Agents: null, Minutes: null, Alerts: null } ? null : change;
    }

    static bool Lost(IEnumerable<Id> shown, IEnumerable<Id> now) => shown.Except(now).Any();

    static List<T>? New<TKey, T>(Dictionary<TKey, T> shown, List<T> now, Func<T, TKey> key) where TKey : notnull where T : class
    {
        List<T> changed = [.. now.Where(one => !one.Equals(shown.GetValueOrDefault(key(one))))];
        changed.ForEach(one => shown[key(one)] = one);
        return changed.Count == 0 ? null : changed;
    }

    List<QueueStanding> Queues(DateTimeOffset now)
    {
        var waiting = state.Conversations.Where(it => it.State == ConversationState.Queued).GroupBy(it => it.QueueId).ToDictionary(it => it.Key, it => it.Count());
        var inHand = state.Conversations.Where(it => it.State is ConversationState.Assigned or ConversationState.WrapUp).GroupBy(it => it.QueueId).ToDictionary(it => it.Key, it => it.Count());
        var planned = state.Conversations.Where(it => it.State == ConversationState.Planned).GroupBy(it => it.QueueId).ToDictionary(it => it.Key, it => it.Count());
        var calls = state.Conversations.Where(it => it is { State: ConversationState.Queued, Channel: "callback" }).GroupBy(it => it.QueueId).ToDictionary(it => it.Key, it => it.Count());
        var open = state.Demands.Open.ToLookup(demand => demand.QueueId);
        return [.. state.Queues.OrderBy(queue => queue.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(queue => queue.Id)
            .Select(queue => Queue(queue, waiting.GetValueOrDefault(queue.Id), inHand.GetValueOrDefault(queue.Id), [.. open[queue.Id]], now) with { CallbacksDue = calls.GetValueOrDefault(queue.Id), CallbacksPlanned = planned.GetValueOrDefault(queue.Id) })];
    }

    QueueStanding Queue(QueueCounts queue, int waiting, int inHand, List<Demand> open, DateTimeOffset now)
    {
        var first = open.MinBy(demand => demand.DueAt ?? DateTimeOffset.MaxValue);
        return new QueueStanding
        {
            Id = queue.Id,
            Name = queue.Name,
            Waiting = waiting,
            LongestSince = first?.Since,
            LongestDueAt = first?.DueAt,
            Longest = first?.ConversationId,
            Near = open.Count(demand => demand.IsNear(now)),
            Overdue = open.Count(demand => demand.IsOverdue(now)),
            InHand = inHand,
            CallbacksDue = 0,
            CallbacksPlanned = 0,
            PredictedWaitSeconds = queue.PredictedWaitSeconds,
            HitRate = queue.HitRate,
            Outcomes = queue.Outcomes,
            SlotPrice = queue.SlotPrice,
            Available = queue.Available,
            SignedIn = queue.SignedIn,
            Help = state.HelpOf(queue.Id),
            Goal = targets.GoalOf(queue.Id),
            Today = state.Demands.Today(queue.Id, now),
            HalfHour = state.Demands.HalfHour(queue.Id, now),
        };
    }

    List<AgentStanding> Agents() => [.. state.Agents.OrderBy(agent => agent.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(agent => agent.Id).Select(agent => new AgentStanding
    {
        Id = agent.Id,
        Name = agent.Name,
        Presence = agent.Presence,
        PresenceSince = agent.PresenceSince,
        InHand = agent.InHand,
        Live = state.UnitsOf(agent.Id)?.Live ?? 0,
        Interruptible = state.UnitsOf(agent.Id)?.Interruptible ?? 0,
        Capacity = agent.Capacity,
        Resting = state.UnitsOf(agent.Id)?.Resting ?? 0,
    })];

    List<Alert> Alerts(List<QueueStanding> queues) =>
    [
        .. from finding in state.Findings where finding.Kind == FindingKind.NobodyServesQueue select new Alert(AlertKind.NobodyServesQueue, 1, finding.Queue, finding.Conversation, finding.Since),
        .. from finding in state.Findings where finding.Kind == FindingKind.NobodyHasSkill select new Alert(AlertKind.NobodyHasSkill, 1, finding.Queue, finding.Conversation, finding.Since),
        .. from queue in queues where queue.Overdue > 0 orderby queue.LongestDueAt select new Alert(AlertKind.TargetMissed, queue.Overdue, queue.Id, queue.Longest, queue.LongestSince),
        .. from queue in queues where queue.Waiting > 0 && queue.Available == 0 orderby queue.LongestSince select new Alert(AlertKind.NobodyAvailable, queue.Waiting, queue.Id, queue.Longest, queue.LongestSince),
        .. from finding in state.Findings where finding.Kind == FindingKind.EndlessWrapUp select new Alert(AlertKind.EndlessWrapUp, 1, finding.Queue, finding.Conversation, finding.Since),
        .. from queue in queues where queue.Near > 0 orderby queue.LongestDueAt select new Alert(AlertKind.TargetNear, queue.Near, queue.Id, queue.Longest, queue.LongestSince),
    ];
}
