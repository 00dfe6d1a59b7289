namespace Kanal.Decisions.Simulation;

/// <summary>What is still to happen besides comings and <see cref="Deadlines"/>, soonest first; of equals, what was put in first. A heap.</summary>
sealed class EventCalendar
{
    readonly List<object?> _news = [];
    readonly Stack<int> _free = new();
    Coming[] _heap = new Coming[256];
    int _count;
    uint _order;
    // What stood at the top was taken; as often as not something comes of it that can stand there instead.
    bool _gap;

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

    public void Add(long at, Happening what, int which)
    {
        var coming = new Coming(at, _order++, (which << Coming.WhatBits) | (int)what);
        if (_gap)
        {
            _gap = false;
            Sink(coming);
            return;
        }

        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * _count);
        }

        Rise(coming, _count++);
    }

    /// <summary>When the first comes; <see cref="long.MaxValue"/> for never.</summary>
    public long Next
    {
        get
        {
            if (_gap)
            {
                Close();
            }

            return _count == 0 ? long.MaxValue : _heap[0].At;
        }
    }

    /// <summary>The first, after <see cref="Next"/> has said that there is one.</summary>
    public Coming Take()
    {
        _gap = true;
        return _heap[0];
    }

    void Close()
    {
        _gap = false;
        var last = _heap[--_count];
        if (_count > 0)
        {
            Sink(last);
        }
    }

    // The gap at the top sinks to the ground, where it nearly always belongs, and what fills it rises from there: fewer looks
    // than to ask at every step whether it may stay. Four below each one are half as many steps as two, and lie side by side.
    void Sink(in Coming coming)
    {
        var (heap, count, place) = (_heap, _count, 0);
        for (var first = 1; first < count; first = (place << 2) + 1)
        {
            var least = first + 3 < count ? LeastOf(heap, first) : LeastOf(heap, first, count);
            heap[place] = heap[least];
            place = least;
        }

        Rise(coming, place);
    }

    static int LeastOf(Coming[] heap, int first)
    {
        var four = heap.AsSpan(first, 4);
        var left = four[1].IsBefore(four[0]) ? 1 : 0;
        var right = four[3].IsBefore(four[2]) ? 3 : 2;
        return first + (four[right].IsBefore(four[left]) ? right : left);
    }

    static int LeastOf(Coming[] heap, int first, int count)
    {
        var least = first;
        for (var other = first + 1; other < count; other++)
        {
            least = heap[other].IsBefore(heap[least]) ? other : least;
        }

        return least;
    }

    void Rise(in Coming coming, int place)
    {
        var heap = _heap;
        while (place > 0 && (place - 1) >> 2 is var above && coming.IsBefore(heap[above]))
        {
            heap[place] = heap[above];
            place = above;
        }

        heap[place] = coming;
    }
}

/// <summary>
/// Something that is to happen. Small and without references, since it is moved about all the time. Whether it still holds is
/// for the one to whom it happens to say, by the time.
/// </summary>
/// <param name="At">Ticks since 1970.</param>
/// <param name="Order">Rises with every one that is put in.</param>
readonly record struct Coming(long At, uint Order, int Subject)
{
    public const int WhatBits = 4;

    public Happening What => (Happening)(Subject & ((1 << WhatBits) - 1));

    /// <summary>Of those it can happen to.</summary>
    public int Which => Subject >> WhatBits;

    // Without a branch, which could not be foretold: the sign says it, for times lie far nearer together than half of what a long holds.
    public bool IsBefore(in Coming other) => ((At - other.At) << 1) + (((long)Order - other.Order) >> 63) < 0;
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
