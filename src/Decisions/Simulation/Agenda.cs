using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kanal.Decisions.Simulation;

/// <summary>
/// What is to come, found by its time. Times stand in rows of 32 in no order, and the soonest of each row is known. A row is looked
/// at as a whole, four times in one step and without a branch: a heap or a sorted row takes fewer steps, but where they end
/// is guessed wrongly nearly every time, which costs more.
/// </summary>
sealed class Agenda
{
    const int Width = 32;

    // long.MaxValue where nothing stands.
    long[] _times = [];
    // The soonest of each row, and of each page of as many rows.
    long[] _byRow = [];
    long[] _byPage = [];
    Entry[] _entries = [];
    readonly Stack<int> _free = new();
    long _order;

    public int Count => _entries.Length - _free.Count;

    /// <summary>When the first comes; <see cref="long.MaxValue"/> for never.</summary>
    public long Next { get; private set; } = long.MaxValue;

    /// <summary>What comes first, after <see cref="Next"/> has said that something does; of equals, what was put in first.</summary>
    public int First => _entries[FirstPlace()].Subject;

    /// <returns>Its place until it is gone.</returns>
    public int Add(long at, int subject)
    {
        if (_free.Count == 0)
        {
            Grow();
        }

        var place = _free.Pop();
        _entries[place] = new Entry(_order++, subject);
        _times[place] = at;
        var row = place / Width;
        _byRow[row] = Math.Min(_byRow[row], at);
        _byPage[row / Width] = Math.Min(_byPage[row / Width], at);
        Next = Math.Min(Next, at);
        return place;
    }

    /// <summary>Takes out what comes first.</summary>
    public int Take()
    {
        if (_byPage.Length == 1)
        {
            var (rows, others) = Look(_byRow, Next);
            var row = BitOperations.TrailingZeroCount(rows);
            var (places, rest) = Look(RowOf(_times, row), Next);
            if (IsOne(rows) && IsOne(places))
            {
                return Leave(row * Width + BitOperations.TrailingZeroCount(places), rest, others);
            }
        }

        var place = FirstPlace();
        Remove(place);
        return _entries[place].Subject;
    }

    public void Remove(int place)
    {
        if (_byPage.Length == 1)
        {
            var row = place / Width;
            var (rows, others) = Look(_byRow, _byRow[row]);
            var (places, rest) = Look(RowOf(_times, row), _times[place]);
            if (IsOne(rows) && IsOne(places))
            {
                Leave(place, rest, others);
                return;
            }
        }

        Move(place, long.MaxValue);
        _free.Push(place);
    }

    /// <summary>Among equals it stays where it was put in.</summary>
    public void Move(int place, long at)
    {
        var (row, page) = (place / Width, place / Width / Width);
        _times[place] = at;
        _byRow[row] = Look(RowOf(_times, row), long.MaxValue).Others;
        _byPage[page] = Look(RowOf(_byRow, page), long.MaxValue).Others;
        var next = long.MaxValue;
        foreach (var its in _byPage)
        {
            next = Math.Min(next, its);
        }

        Next = next;
    }

    // What is left is known before anything is written: what is read four at a time would wait until what was written last is really there.
    int Leave(int place, long restOfRow, long otherRows)
    {
        _times[place] = long.MaxValue;
        _byRow[place / Width] = restOfRow;
        _byPage[0] = Next = Sooner(restOfRow, otherRows);
        _free.Push(place);
        return _entries[place].Subject;
    }

    int FirstPlace()
    {
        var first = -1;
        for (var page = 0; page < _byPage.Length; page++)
        {
            for (var rows = _byPage[page] == Next ? Look(RowOf(_byRow, page), Next).Found : 0; rows != 0; rows &= rows - 1)
            {
                var row = page * Width + BitOperations.TrailingZeroCount(rows);
                for (var places = Look(RowOf(_times, row), Next).Found; places != 0; places &= places - 1)
                {
                    var place = row * Width + BitOperations.TrailingZeroCount(places);
                    first = first < 0 || _entries[place].Order < _entries[first].Order ? place : first;
                }
            }
        }

        return first;
    }

    static Span<long> RowOf(long[] times, int row) => times.AsSpan(row * Width, Math.Min(Width, times.Length - row * Width));

    static bool IsOne(uint found) => (found & (found - 1)) == 0;

    // By the sign, since a branch would be taken wrongly every other time.
    static long Sooner(long one, long other) => one + ((other - one) & ((other - one) >> 63));

    // Where in a row a time stands, as bits, and the soonest of all that stand elsewhere.
    static (uint Found, long Others) Look(ReadOnlySpan<long> row, long time)
    {
        var (sought, never) = (Vector256.Create(time), Vector256.Create(long.MaxValue));
        var (found, place, others) = (0u, 0, never);
        foreach (var four in MemoryMarshal.Cast<long, Vector256<long>>(row))
        {
            var same = Vector256.Equals(four, sought);
            found |= same.ExtractMostSignificantBits() << place;
            others = Vector256.Min(others, Vector256.ConditionalSelect(same, never, four));
            place += Vector256<long>.Count;
        }

        var two = Vector128.Min(others.GetLower(), others.GetUpper());
        return (found, Sooner(two[0], two[1]));
    }

    void Grow()
    {
        var known = _times.Length;
        var rows = Math.Max(Vector256<long>.Count, 2 * known / Width);
        Lengthen(ref _times, rows * Width);
        Lengthen(ref _byRow, rows);
        Lengthen(ref _byPage, (rows + Width - 1) / Width);
        Array.Resize(ref _entries, _times.Length);
        for (var place = _times.Length - 1; place >= known; place--)
        {
            _free.Push(place);
        }
    }

    static void Lengthen(ref long[] times, int length)
    {
        var known = times.Length;
        Array.Resize(ref times, length);
        Array.Fill(times, long.MaxValue, known, length - known);
    }

    readonly record struct Entry(long Order, int Subject);
}
