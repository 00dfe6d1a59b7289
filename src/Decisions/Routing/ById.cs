using System.Collections;

namespace Kanal.Decisions.Routing;

/// <summary>
/// Things by their ids, for tables that are asked several times for every event: a place is one multiplication away, and its
/// neighbours follow in memory. Source: Knuth, The Art of Computer Programming 3, 6.4, linear probing and algorithm R.
/// </summary>
sealed class ById<T> : IEnumerable<T>
    where T : class
{
    const ulong Golden = 0x9e37_79b9_7f4a_7c15;

    Place[] _places = new Place[16];
    int _shift = 60;

    public int Count { get; private set; }

    public T? Find(long id)
    {
        var places = _places;
        for (var at = HomeOf(id); ; at = (at + 1) & (places.Length - 1))
        {
            ref readonly var place = ref places[at];
            if (place.Thing is null || place.Id == id)
            {
                return place.Thing;
            }
        }
    }

    /// <summary>For an id that is not there yet.</summary>
    public void Add(long id, T thing)
    {
        if (4 * ++Count > _places.Length)
        {
            Grow();
        }

        Put(id, thing);
    }

    public T? Remove(long id)
    {
        var places = _places;
        var at = HomeOf(id);
        while (places[at].Thing is not null && places[at].Id != id)
        {
            at = (at + 1) & (places.Length - 1);
        }

        var found = places[at].Thing;
        if (found is not null)
        {
            Count--;
            Close(at);
        }

        return found;
    }

    public void Clear()
    {
        Array.Clear(_places);
        Count = 0;
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var place in _places)
        {
            if (place.Thing is { } thing)
            {
                yield return thing;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int HomeOf(long id) => (int)((ulong)id * Golden >> _shift);

    // Whoever stands behind the gap and would rather stand nearer to home moves into it.
    void Close(int gap)
    {
        var places = _places;
        var last = places.Length - 1;
        for (var at = (gap + 1) & last; places[at].Thing is not null; at = (at + 1) & last)
        {
            if (((at - HomeOf(places[at].Id)) & last) >= ((at - gap) & last))
            {
                places[gap] = places[at];
                gap = at;
            }
        }

        places[gap] = default;
    }

    void Put(long id, T thing)
    {
        var places = _places;
        var at = HomeOf(id);
        while (places[at].Thing is not null)
        {
            at = (at + 1) & (places.Length - 1);
        }

        places[at] = new Place(id, thing);
    }

    void Grow()
    {
        var before = _places;
        _places = new Place[2 * before.Length];
        _shift--;
        foreach (var (id, thing) in before)
        {
            if (thing is not null)
            {
                Put(id, thing);
            }
        }
    }

    readonly record struct Place(long Id, T? Thing);
}
