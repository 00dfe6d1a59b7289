using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Centre.Findings;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Wallboards;

/// <summary>
/// What the wallboard knows, changed by the news that desks get. Nothing here asks the database or the clock.
/// Not safe for use from several threads at once.
/// </summary>
sealed class BoardState(DemandBook book, AnswerTargets targets)
{
    readonly Dictionary<Id, Followed> _conversations = [];
    readonly Dictionary<Id, Agent> _agents = [];
    readonly Dictionary<Id, QueueCounts> _queues = [];
    readonly Dictionary<Id, AgentUnits> _units = [];
    readonly Dictionary<Id, IReadOnlyList<QueueHelp>> _help = [];
    readonly Dictionary<Id, Demand> _unwritten = [];

    // What was split off is closed when the split is taken back, and what it came from is not; a node may hear first of either that it was, or how they stand.
    readonly HashSet<Id> _takenBack = [];

    public AgentUnits? UnitsOf(Id agent) => _units.GetValueOrDefault(agent);

    public IReadOnlyList<QueueHelp> HelpOf(Id queue) => _help.GetValueOrDefault(queue, []);

    public DemandTally Demands { get; } = new();

    public MinuteStrip Minutes { get; } = new();

    public IEnumerable<Followed> Conversations => _conversations.Values;

    public IEnumerable<Agent> Agents => _agents.Values;

    public IEnumerable<QueueCounts> Queues => _queues.Values;

    /// <summary>What the watchdog could not put right.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>True once something has changed that a wallboard could show.</summary>
    public bool Changed { get; set; }

    /// <summary>Starts from what was read from the database.</summary>
    public void Begin(List<Followed> conversations, List<Demand> demands, List<DateTimeOffset> endings, List<Agent> agents)
    {
        _conversations.Clear();
        _takenBack.Clear();
        _agents.Clear();
        Demands.Clear();
        Minutes.Clear();
        conversations.ForEach(conversation => _conversations[conversation.Id] = conversation);
        foreach (var demand in demands.OrderBy(demand => demand.Since))
        {
            Demands.Put(demand);
            Minutes.Add(Pulse.Arrived, demand.Since);
        }

        demands.ForEach(demand => Minutes.AddIf(demand.Ending == DemandEnding.Answered, Pulse.Answered, demand.EndedAt));
        endings.ForEach(at => Minutes.Add(Pulse.Ended, at));
        agents.FindAll(agent => agent.Active).ForEach(agent => _agents[agent.Id] = agent);
        Changed = true;
    }

    /// <summary>All queues that there are, under the targets that hold now.</summary>
    public void Take(List<QueueCounts> queues)
    {
        _queues.Clear();
        queues.ForEach(queue => _queues[queue.Id] = queue);
        Demands.Open.ToList().ForEach(open => Put(targets.Again(open)));
        Changed = true;
    }

    public void Take(List<QueueHelp> help)
    {
        foreach (var queue in _queues.Keys)
        {
            // The same list stays as long as it says the same: that is how it is seen that nothing has changed.
            var now = help.FindAll(one => one.Queue == queue);
            _help[queue] = now.SequenceEqual(HelpOf(queue)) ? HelpOf(queue) : now;
        }

        Changed = true;
    }

    public void Take(IReadOnlyList<AgentUnits> units)
    {
        foreach (var one in units)
        {
            _units[one.Agent] = one;
        }

        Changed = true;
    }

    public void Take(List<Finding> findings)
    {
        Findings = findings;
        Changed = true;
    }

    public void Take(QueueCounts counts)
    {
        _queues[counts.Id] = counts;
        Changed = true;
    }

    public void Take(Agent agent)
    {
        if (agent.Active)
        {
            _agents[agent.Id] = agent;
        }
        else
        {
            _agents.Remove(agent.Id);
        }

        Changed = true;
    }

    public void Take(ConversationSummary summary, DateTimeOffset now)
    {
        var before = _conversations.GetValueOrDefault(summary.Id);
        var after = Followed.Of(summary);
        if (after.State is ConversationState.Closed)
        {
            _conversations.Remove(after.Id);
        }
        else
        {
            _conversations[after.Id] = after;
        }

        if (before is { State: ConversationState.Queued or ConversationState.Assigned } && after.State is ConversationState.Closed or ConversationState.WrapUp)
        {
            Minutes.Add(Pulse.Ended, now);
        }

        if (_takenBack.Remove(after.Id) && after.State is ConversationState.Closed)
        {
            End(after.Id, now, DemandEnding.Withdrawn);
        }

        if (Demands.OpenOf(after.Id) is { } open)
        {
            Follow(open, after, now);
        }
        else if (after.WaitingSince is { } since && !Demands.Knows(after.Id, since) && (after.State == ConversationState.Queued || (before is null && after.State == ConversationState.Assigned)))
        {
            // Who is called at a time that was agreed on has not waited before it.
            var from = summary.Callback?.Slot?.Start is { } slot && slot > since ? (slot < now ? slot : now) : since;
            Put(book.Open(after, from));
            Minutes.Add(Pulse.Arrived, from);
        }

        Changed = true;
    }

    /// <summary>A message, a note or an event came into a conversation.</summary>
    public void Take(EntryAdded added)
    {
        var (entry, conversation) = (added.Entry, added.Conversation);
        if (added.Standing is { } standing && _conversations.TryGetValue(conversation, out var known))
        {
            _conversations[conversation] = known with { State = standing.State, WaitingSince = standing.WaitingSince };
        }

        switch (entry)
        {
            case { Kind: EntryKind.Message, From: Author.Agent }:
                End(conversation, entry.At, DemandEnding.Answered);
                break;
            case { Event: { Type: EventType.Ended or EventType.CallbackCancelled, ByVisitor: true } }:
                End(conversation, entry.At, DemandEnding.Abandoned);
                break;
            // No call any more, or it goes on in another one: it is closed without anybody saying so.
            case { Event.Type: EventType.Closed or EventType.CallbackCancelled or EventType.MergedInto }:
            case { Event.Type: EventType.MoveUndone } when !_conversations.ContainsKey(conversation):
                End(conversation, entry.At, DemandEnding.Withdrawn);
                break;
            case { Event.Type: EventType.MoveUndone }:
                _takenBack.Add(conversation);
                break;
            default:
                break;
        }
    }

    /// <summary>Hands out what is to be written; put it back where that fails.</summary>
    public List<Demand> TakeUnwritten()
    {
        var taken = _unwritten.Values.ToList();
        _unwritten.Clear();
        return taken;
    }

    public void PutBack(IEnumerable<Demand> unwritten)
    {
        foreach (var demand in unwritten)
        {
            _unwritten.TryAdd(demand.Id, demand);
        }

        Changed = true;
    }

    void Follow(Demand open, Followed to, DateTimeOffset now)
    {
        if (to.State == ConversationState.Planned)
        {
            // A call was agreed on for later: nobody waits until then.
            End(to.Id, now, DemandEnding.Withdrawn);
        }
        else if (to is { State: ConversationState.Assigned, Channel: "callback" or "phone" })
        {
            End(to.Id, now, DemandEnding.Answered);
        }
        else if (open.QueueId != to.QueueId || open.Channel != to.Channel)
        {
            Put(targets.Again(open with { QueueId = to.QueueId, Channel = to.Channel, OwnTarget = to.TargetSeconds }));
        }
    }

    void End(Id conversation, DateTimeOffset at, DemandEnding ending)
    {
        if (Demands.OpenOf(conversation) is { } open)
        {
            Put(targets.End(open, at, ending));
            Changed = true;
            if (ending == DemandEnding.Answered)
            {
                Minutes.Add(Pulse.Answered, at);
            }
        }
    }

    void Put(Demand demand)
    {
        Demands.Put(demand);
        _unwritten[demand.Id] = demand;
    }
}
