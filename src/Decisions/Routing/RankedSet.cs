using System.Collections;

namespace Kanal.Decisions.Routing;

/// <summary>
/// A sorted set that knows the place of what it holds: a row of pages, each a sorted array, which are split when they are full and
/// leave when they are empty. Mostly the last comes in and the first goes out, which moves nothing; where that is not so, a part of
/// one page is moved.
/// </summary>
sealed class RankedSet<T> : IEnumerable<T>
    where T : class, IRanked
{
    readonly List<Page> _pages = [new Page()];

    public int Count { get; private set; }

    public T? First => _pages[0] is { Count: > 0 } page ? page[0].Thing : null;

    /// <summary>For one whose rank is not there yet.</summary>
    public void Add(T thing)
    {
        var rank = thing.Rank;
        var at = PageOf(rank);
        var page = _pages[at];
        if (page.IsFull)
        {
            var next = page.Split(page[page.Count - 1].Rank < rank);
            _pages.Insert(at + 1, next);
            page = next.Count == 0 || next[0].Rank < rank ? next : page;
        }

        page.Insert(page.PlaceOf(rank), new Place(rank, thing));
        Count++;
    }

    public void Remove(T thing)
    {
        var rank = thing.Rank;
        var at = PageOf(rank);
        var page = _pages[at];
        var place = page.PlaceOf(rank);
        if (place == page.Count || page[place].Rank != rank)
        {
            return;
        }

        page.RemoveAt(place);
        Count--;
        if (page.Count == 0 && _pages.Count > 1)
        {
            _pages.RemoveAt(at);
        }
    }

    /// <summary>How many there are before the first that does not fulfil a condition, by halving.</summary>
    public int CountWhile(Func<T, bool> condition)
    {
        var count = 0;
        foreach (var page in _pages)
        {
            var (low, high) = (0, page.Count);
            // Of all pages but one either all fulfil it or none do.
            if (high > 0 && condition(page[high - 1].Thing))
            {
                count += high;
                continue;
            }

            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = condition(page[middle].Thing) ? (middle + 1, high) : (low, middle);
            }

            return count + low;
        }

        return count;
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var page in _pages)
        {
            for (var place = 0; place < page.Count; place++)
            {
                yield return page[place].Thing;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The place of one, from 1; null when it is not there.</summary>
    public int? PlaceOf(T thing)
    {
        var rank = thing.Rank;
        var at = PageOf(rank);
        var place = _pages[at].PlaceOf(rank);
        if (place == _pages[at].Count || _pages[at][place].Rank != rank)
        {
            return null;
        }

        for (var before = 0; before < at; before++)
        {
            place += _pages[before].Count;
        }

        return place + 1;
    }

    // The last that does not begin behind it.
    int PageOf(Rank rank)
    {
        var (low, high) = (0, _pages.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = rank < _pages[middle][0].Rank ? (low, middle - 1) : (middle, high);
        }

        return low;
    }

    readonly record struct Place(Rank Rank, T Thing);

    sealed class Page
    {
        const int Most = 128;

        Place[] _places = new Place[8];
        int _start;

        public int Count { get; private set; }

        public bool IsFull => Count == Most;

        public ref readonly Place this[int place] => ref _places[_start + place];

        /// <summary>How many come before it.</summary>
        public int PlaceOf(Rank rank)
        {
            if (Count == 0 || this[Count - 1].Rank < rank)
            {
                return Count;
            }

            var (low, high) = (0, Count - 1);
            // Most that go are the first.
            for (var middle = 0; low < high; middle = (low + high) / 2)
            {
                (low, high) = this[middle].Rank < rank ? (middle + 1, high) : (low, middle);
            }

            return low;
        }

        public void Insert(int place, in Place added)
        {
            if (_start + Count == _places.Length)
            {
                MakeRoom();
            }

            var at = _start + place;
            if (place < Count)
            {
                Array.Copy(_places, at, _places, at + 1, Count - place);
            }

            _places[at] = added;
            Count++;
        }

        public void RemoveAt(int place)
        {
            Count--;
            if (place == 0)
            {
                _places[_start++] = default;
                return;
            }

            var at = _start + place;
            Array.Copy(_places, at + 1, _places, at, Count - place);
            _places[_start + Count] = default;
        }

        /// <summary>The later half as a page of its own; nothing of it where the next one comes last, so that a row which grows at its end has full pages.</summary>
        public Page Split(bool atEnd)
        {
            var keep = atEnd ? Count : Count / 2;
            var next = new Page { _places = new Place[Most], Count = Count - keep };
            Array.Copy(_places, _start + keep, next._places, 0, next.Count);
            Array.Clear(_places, _start + keep, next.Count);
            Count = keep;
            return next;
        }

        // As much as is gone at the front is taken back at once, so that each thing is moved seldom.
        void MakeRoom()
        {
            var places = 2 * Count > _places.Length ? new Place[2 * _places.Length] : _places;
            Array.Copy(_places, _start, places, 0, Count);
            if (ReferenceEquals(places, _places))
            {
                Array.Clear(_places, Count, _start);
            }

            (_places, _start) = (places, 0);
        }
    }
}

/// <summary>Has a place among its like, which does not change.</summary>
interface IRanked
{
    Rank Rank { get; }
}

/// <summary>Lower comes first.</summary>
/// <param name="Id">Decides between equals.</param>
readonly record struct Rank(long Value, long Id)
{
    public static bool operator <(Rank one, Rank other) => one.Value != other.Value ? one.Value < other.Value : one.Id < other.Id;

    public static bool operator >(Rank one, Rank other) => other < one;
}
