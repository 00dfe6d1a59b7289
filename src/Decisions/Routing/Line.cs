using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>All conversations without an agent: found by id, counted by queue, and ready by circle and class.</summary>
sealed class Line(RuleBook book, IConversations known)
{
    Dictionary<long, RankedSet<Conversation>>? _queues;
    readonly BitSet[] _waiting = [new(), new(), new(), new()];

    public RuleBook Book { get; private set; } = book;

    public IEnumerable<Conversation> All => known.Where(it => it.Agent is null);

    public int Count { get; private set; }

    /// <summary>Circles in which something may fit that did not before.</summary>
    public BitSet Unsettled { get; } = new();

    /// <summary>Circles in which somebody may be kept free for something.</summary>
    public BitSet Starved { get; } = new();

    /// <summary>Those for whom an agent is kept free who has room by now.</summary>
    public List<Conversation> Ripe { get; } = [];

    /// <summary>Something may fit that did not before.</summary>
    public bool IsUnsettled => Unsettled.Count > 0 || Ripe.Count > 0;

    /// <summary>Circles with ready conversations, by tier.</summary>
    public BitSet WaitingIn(int tier) => _waiting[tier];

    public RankedSet<Conversation>? Queue(long queue) => Queues.GetValueOrDefault(queue);

    /// <summary>Who waits by queue, in the order of places; kept from the moment it is first asked for.</summary>
    public Dictionary<long, RankedSet<Conversation>> Queues
    {
        get
        {
            if (_queues is null)
            {
                _queues = [];
                foreach (var conversation in All)
                {
                    Stand(conversation);
                }
            }

            return _queues;
        }
    }

    public void Add(Conversation conversation)
    {
        Count++;
        Stand(conversation);
    }

    public void Remove(Conversation conversation)
    {
        Leave(conversation);
        Sit(conversation);
        Count--;
    }

    /// <summary>Where nobody has room any more, nothing more fits.</summary>
    public void Look(Circle circle)
    {
        if (!circle.HasRoom)
        {
            Unsettled.Remove(circle.Number);
        }
    }

    /// <summary>All that came of an event is done.</summary>
    public void Rest()
    {
        Unsettled.Clear();
        Starved.Clear();
    }

    /// <summary>Ready to be given to somebody; not for one that sleeps.</summary>
    public void Enter(Conversation conversation)
    {
        if (conversation.Stage.Phase == CallbackPhase.Asleep)
        {
            return;
        }

        var joined = conversation.Class = conversation.Treatment.ClassOf(conversation.Stage);
        joined.Reserved += conversation.ReservedAgent is null ? 0 : 1;
        joined.Waiting.Add(conversation);
        if (joined.Waiting.Count == 1)
        {
            joined.Circle.Classes[joined.Tier].Add(joined);
            _waiting[joined.Tier].Add(joined.Circle.Number);
        }

        Stir(conversation);
    }

    public void Leave(Conversation conversation)
    {
        if (conversation.Class is not { } left)
        {
            return;
        }

        conversation.Class = null;
        left.Reserved -= conversation.ReservedAgent is null ? 0 : 1;
        left.Waiting.Remove(conversation);
        if (left.Waiting.Count == 0)
        {
            left.Circle.Classes[left.Tier].Remove(left);
            _waiting[left.Tier].Set(left.Circle.Number, left.Circle.Classes[left.Tier].Count > 0);
        }
    }

    /// <summary>Something about a ready conversation has changed, so that it may fit now.</summary>
    public void Stir(Conversation conversation)
    {
        if (conversation.Class is { } its)
        {
            // Where nobody has room, whoever gets some unsettles it.
            if (its.Circle.HasRoom)
            {
                Unsettled.Add(its.Circle.Number);
            }

            if (its.Tier <= 1)
            {
                Starved.Add(its.Circle.Number);
            }
        }
    }

    /// <summary>Moves a conversation to another stage.</summary>
    public void Advance(Conversation conversation, Stage stage)
    {
        var waits = conversation.Class is not null || conversation.Stage.Phase == CallbackPhase.Asleep;
        Leave(conversation);
        Sit(conversation);
        conversation.Stage = stage;
        Stand(conversation);
        if (waits)
        {
            Enter(conversation);
        }
    }

    /// <summary>Reads everything anew under other rules.</summary>
    public void Rewrite(RuleBook book, Instant now)
    {
        Array.ForEach(_waiting, tier => tier.Clear());
        Unsettled.Clear();
        Starved.Clear();
        _queues?.Clear();
        Book = book;
        foreach (var conversation in All)
        {
            conversation.Class = null;
            Book.Read(conversation, now);
            Stand(conversation);
        }

        foreach (var conversation in All.Where(it => it.Ringing is null))
        {
            Enter(conversation);
        }
    }

    void Stand(Conversation conversation)
    {
        if (_queues is not null && conversation.Stage.Phase != CallbackPhase.Asleep)
        {
            if (!_queues.TryGetValue(conversation.Matter.Queue, out var places))
            {
                _queues.Add(conversation.Matter.Queue, places = new());
            }

            places.Add(conversation);
        }
    }

    void Sit(Conversation conversation)
    {
        if (_queues is not null && conversation.Stage.Phase != CallbackPhase.Asleep)
        {
            _queues[conversation.Matter.Queue].Remove(conversation);
        }
    }
}
