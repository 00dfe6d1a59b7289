using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>All conversations without an agent, in the order in which they are served.</summary>
sealed class Line
{
    readonly Dictionary<long, QueuedConversation> _all = [];
    readonly SortedSet<(Instant Since, long Id)> _ready = [];
    readonly SortedSet<(Instant Since, long Id)> _blocked = [];
    readonly Dictionary<long, RankedSet<(Instant Since, long Id)>> _queues = [];

    public IEnumerable<QueuedConversation> All => _all.Values;

    public int Count => _all.Count;

    public QueuedConversation? NextReady => _ready.Count == 0 ? null : _all[_ready.Min.Id];

    public QueuedConversation? Find(long id) => _all.GetValueOrDefault(id);

    public int CountIn(long queue) => _queues.TryGetValue(queue, out var places) ? places.Count : 0;

    public int? PositionOf(long id) => _all.TryGetValue(id, out var it) ? _queues[it.Queue].RankOf(it.Place) : null;

    public void Add(QueuedConversation conversation)
    {
        _all.Add(conversation.Id, conversation);
        if (!_queues.TryGetValue(conversation.Queue, out var places))
        {
            _queues.Add(conversation.Queue, places = new());
        }

        places.Add(conversation.Place);
        Enter(conversation, Standing.Ready);
    }

    public void Remove(QueuedConversation conversation)
    {
        Leave(conversation);
        _queues[conversation.Queue].Remove(conversation.Place);
        _all.Remove(conversation.Id);
    }

    public void Move(QueuedConversation conversation, Standing to)
    {
        Leave(conversation);
        Enter(conversation, to);
    }

    /// <summary>An agent has room again: what was blocked, and not by this agent, may be offered.</summary>
    public void Unblock(long agent)
    {
        if (_blocked.Count == 0)
        {
            return;
        }

        foreach (var conversation in _blocked.Select(place => _all[place.Id]).Where(it => !it.Declined.Contains(agent)).ToList())
        {
            Move(conversation, Standing.Ready);
        }
    }

    void Leave(QueuedConversation conversation) => PlacesOf(conversation.Standing)?.Remove(conversation.Place);

    void Enter(QueuedConversation conversation, Standing standing)
    {
        conversation.Standing = standing;
        PlacesOf(standing)?.Add(conversation.Place);
    }

    SortedSet<(Instant Since, long Id)>? PlacesOf(Standing standing) => standing switch
    {
        Standing.Ready => _ready,
        Standing.Blocked => _blocked,
        _ => null,
    };
}
