namespace Kanal.Decisions.Simulation;

/// <summary>What is still to happen, soonest first; of equals, what was put in first. A heap of four branches.</summary>
sealed class EventCalendar
{
    Coming[] _heap = new Coming[256];
    long _order;

    public int Count { get; private set; }

    public void Add(long at, Happening what, int which = 0, long mark = 0, object? news = null)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * Count);
        }

        var coming = new Coming(at, _order++, what, which, mark, news);
        var place = Count++;
        while (place > 0)
        {
            var above = (place - 1) >> 2;
            if (!coming.IsBefore(_heap[above]))
            {
                break;
            }

            _heap[place] = _heap[above];
            place = above;
        }

        _heap[place] = coming;
    }

    public bool TryTake(out Coming next)
    {
        if (Count == 0)
        {
            next = default;
            return false;
        }

        next = _heap[0];
        var last = _heap[--Count];
        _heap[Count] = default;
        if (Count > 0)
        {
            Sink(last);
        }

        return true;
    }

    void Sink(in Coming coming)
    {
        var (heap, count, place) = (_heap, Count, 0);
        while (true)
        {
            var first = (place << 2) + 1;
            if (first >= count)
            {
                break;
            }

            var (least, end) = (first, Math.Min(first + 4, count));
            for (var other = first + 1; other < end; other++)
            {
                least = heap[other].IsBefore(heap[least]) ? other : least;
            }

            if (!heap[least].IsBefore(coming))
            {
                break;
            }

            heap[place] = heap[least];
            place = least;
        }

        heap[place] = coming;
    }
}

/// <summary>Something that is to happen.</summary>
/// <param name="At">Ticks since 1970.</param>
/// <param name="Which">Of those it can happen to.</param>
/// <param name="Mark">Tells it from an earlier one that does not hold any more.</param>
/// <param name="News">What the router is to be told.</param>
readonly record struct Coming(long At, long Order, Happening What, int Which, long Mark, object? News)
{
    public bool IsBefore(in Coming other) => At < other.At || (At == other.At && Order < other.Order);
}

enum Happening : byte
{
    /// <summary>The next visitor of a kind comes.</summary>
    Arrival,

    /// <summary>An agent finishes what comes next on one of their channels.</summary>
    Work,

    /// <summary>Somebody who waits gives up.</summary>
    Patience,

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
