namespace Kanal.Decisions.Simulation;

/// <summary>
/// What will happen to those who wait if nobody takes them, soonest first; of equals, who came first. A heap from which they are
/// taken out again: nearly all are served before anything happens, and few wait at once.
/// </summary>
sealed class Deadlines
{
    Entry[] _heap = new Entry[16];
    // By slot; -1 where it does not wait.
    int[] _places = [];
    uint _order;

    public int Count { get; private set; }

    /// <summary>When the first comes; <see cref="long.MaxValue"/> for never.</summary>
    public long Next => Count == 0 ? long.MaxValue : _heap[0].At;

    public int First => _heap[0].Slot;

    /// <summary>Puts it in, or changes its time.</summary>
    public void Set(int slot, long at)
    {
        if (slot >= _places.Length)
        {
            var known = _places.Length;
            Array.Resize(ref _places, Math.Max(64, 2 * (slot + 1)));
            Array.Fill(_places, -1, known, _places.Length - known);
        }

        var place = _places[slot];
        if (place < 0)
        {
            place = Count++;
            if (place == _heap.Length)
            {
                Array.Resize(ref _heap, 2 * place);
            }

            Rise(new Entry(at, _order++, slot), place);
        }
        else if (at != _heap[place].At)
        {
            Move(new Entry(at, _heap[place].Order, slot), place);
        }
    }

    public void Remove(int slot)
    {
        if (slot >= _places.Length || _places[slot] is not (>= 0 and var place))
        {
            return;
        }

        _places[slot] = -1;
        var last = _heap[--Count];
        if (place < Count)
        {
            Move(last, place);
        }
    }

    void Move(in Entry entry, int place)
    {
        if (place > 0 && entry.IsBefore(_heap[(place - 1) >> 1]))
        {
            Rise(entry, place);
        }
        else
        {
            Sink(entry, place);
        }
    }

    void Rise(in Entry entry, int place)
    {
        while (place > 0 && (place - 1) >> 1 is var above && entry.IsBefore(_heap[above]))
        {
            Put(_heap[above], place);
            place = above;
        }

        Put(entry, place);
    }

    void Sink(in Entry entry, int place)
    {
        for (var first = 2 * place + 1; first < Count; first = 2 * place + 1)
        {
            var least = first + 1 < Count && _heap[first + 1].IsBefore(_heap[first]) ? first + 1 : first;
            if (!_heap[least].IsBefore(entry))
            {
                break;
            }

            Put(_heap[least], place);
            place = least;
        }

        Put(entry, place);
    }

    void Put(in Entry entry, int place)
    {
        _heap[place] = entry;
        _places[entry.Slot] = place;
    }

    readonly record struct Entry(long At, uint Order, int Slot)
    {
        public bool IsBefore(in Entry other) => At < other.At || (At == other.At && Order < other.Order);
    }
}
