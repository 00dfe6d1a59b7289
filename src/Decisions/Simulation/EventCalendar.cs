namespace Kanal.Decisions.Simulation;

/// <summary>What is still to happen besides comings and <see cref="Deadlines"/>, soonest first; of equals, what was put in first. A heap.</summary>
sealed class EventCalendar
{
    readonly List<object?> _news = [];
    readonly Stack<int> _free = new();
    Coming[] _heap = new Coming[256];
    uint _order;

    public int Count { get; private set; }

    /// <summary>Something of which the calendar keeps what there is to say.</summary>
    public void Add(long at, Happening what, object news)
    {
        if (!_free.TryPop(out var place))
        {
            place = _news.Count;
            _news.Add(null);
        }

        _news[place] = news;
        Add(at, what, place);
    }

    /// <summary>What there is to say of something that has come.</summary>
    public object? NewsOf(in Coming coming)
    {
        var news = _news[coming.Which];
        _news[coming.Which] = null;
        _free.Push(coming.Which);
        return news;
    }

    public void Add(long at, Happening what, int which, long mark = 0)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * Count);
        }

        Rise(new Coming(at, mark, _order++, (which << Coming.WhatBits) | (int)what), Count++);
    }

    /// <summary>When the first comes; <see cref="long.MaxValue"/> for never.</summary>
    public long Next => Count == 0 ? long.MaxValue : _heap[0].At;

    public Coming Take()
    {
        var next = _heap[0];
        var last = _heap[--Count];
        if (Count > 0)
        {
            Sink(last);
        }

        return next;
    }

    // The gap at the top sinks to the ground, where it nearly always belongs, and what fills it rises from there: fewer looks
    // than to ask at every step whether it may stay.
    void Sink(in Coming coming)
    {
        var (heap, count, place) = (_heap, Count, 0);
        for (var first = 1; first + 1 < count; first = (place << 1) + 1)
        {
            var least = first + (heap[first + 1].IsBefore(heap[first]) ? 1 : 0);
            heap[place] = heap[least];
            place = least;
        }

        if ((place << 1) + 2 == count)
        {
            heap[place] = heap[count - 1];
            place = count - 1;
        }

        Rise(coming, place);
    }

    void Rise(in Coming coming, int place)
    {
        var heap = _heap;
        while (place > 0 && (place - 1) >> 1 is var above && coming.IsBefore(heap[above]))
        {
            heap[place] = heap[above];
            place = above;
        }

        heap[place] = coming;
    }
}

/// <summary>Something that is to happen. Small and without references, since it is moved about all the time.</summary>
/// <param name="At">Ticks since 1970.</param>
/// <param name="Mark">Tells it from an earlier one that does not hold any more.</param>
/// <param name="Order">Rises with every one that is put in.</param>
readonly record struct Coming(long At, long Mark, uint Order, int Subject)
{
    public const int WhatBits = 4;

    public Happening What => (Happening)(Subject & ((1 << WhatBits) - 1));

    /// <summary>Of those it can happen to.</summary>
    public int Which => Subject >> WhatBits;

    // Without a branch, which could not be foretold.
    public bool IsBefore(in Coming other) => (At < other.At) | ((At == other.At) & (Order < other.Order));
}

enum Happening : byte
{
    /// <summary>An agent finishes what comes next on one of their channels.</summary>
    Work,

    /// <summary>Somebody leaves while being served.</summary>
    Departure,

    /// <summary>The router's own timer.</summary>
    Timer,

    /// <summary>An agent takes what rings.</summary>
    Answer,

    /// <summary>A visitor asks again.</summary>
    Again,

    /// <summary>An agent comes, pauses or goes.</summary>
    Shift,

    /// <summary>An agent who let something ring is back.</summary>
    Back,
}
