using System.Numerics;

namespace Kanal.Decisions.Routing;

/// <summary>A set of small numbers that grows by itself.</summary>
sealed class BitSet
{
    ulong[] _words = [];

    public int Count { get; private set; }

    public bool Has(int number) => number >> 6 < _words.Length && (_words[number >> 6] & (1UL << number)) != 0;

    public void Add(int number) => Set(number, true);

    public void Remove(int number) => Set(number, false);

    /// <summary>True when it was not there and is now.</summary>
    public bool Set(int number, bool there)
    {
        var at = number >> 6;
        if (at >= _words.Length)
        {
            if (!there)
            {
                return false;
            }

            Array.Resize(ref _words, at + 1);
        }

        ref var word = ref _words[at];
        var bit = 1UL << number;
        if ((word & bit) != 0 == there)
        {
            return false;
        }

        word ^= bit;
        Count += there ? 1 : -1;
        return there;
    }

    public void UnionWith(BitSet other)
    {
        if (_words.Length < other._words.Length)
        {
            Array.Resize(ref _words, other._words.Length);
        }

        for (var i = 0; i < other._words.Length; i++)
        {
            if ((other._words[i] & ~_words[i]) is var more and not 0)
            {
                Count += BitOperations.PopCount(more);
                _words[i] |= more;
            }
        }
    }

    public void Clear()
    {
        if (Count > 0)
        {
            for (var i = 0; i < _words.Length; i++)
            {
                _words[i] = 0;
            }

            Count = 0;
        }
    }

    public bool Meets(BitSet other)
    {
        if (Count == 0 || other.Count == 0)
        {
            return false;
        }

        for (var i = Math.Min(_words.Length, other._words.Length) - 1; i >= 0; i--)
        {
            if ((_words[i] & other._words[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is in both, rising.</summary>
    public Intersection And(BitSet other) => new(_words, other._words);

    public struct Intersection(ulong[] one, ulong[] other)
    {
        readonly int _words = Math.Min(one.Length, other.Length);
        ulong _left;
        int _next;

        public int Current { get; private set; }

        public readonly Intersection GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (_next >= _words)
                {
                    return false;
                }

                _left = one[_next] & other[_next];
                _next++;
            }

            Current = ((_next - 1) << 6) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
