namespace Kanal.Centre.Knowledge;

/// <summary>
/// Finds the words that are a typing error away: every word is filed under itself and under what is left of its first letters when one or two
/// of them are taken out; a word with errors, treated likewise, meets it there. Two errors are forgiven in words of eight letters and more,
/// one from four.
/// </summary>
sealed class Neighbours
{
    const int Read = 7;
    readonly uint[] _filed;
    readonly int[] _words;
    readonly IReadOnlyList<string> _all;

    public Neighbours(IReadOnlyList<string> all)
    {
        _all = all;
        List<uint> filed = [];
        List<int> words = [];
        for (var word = 0; word < all.Count; word++)
        {
            if (all[word].Length is >= 3 and <= 40)
            {
                foreach (var key in Keys(all[word], all[word].Length >= 6 ? 2 : 1))
                {
                    filed.Add(key);
                    words.Add(word);
                }
            }
        }

        _filed = [.. filed];
        _words = [.. words];
        Array.Sort(_filed, _words);
    }

    public static int Forgiven(string word) => word.Length >= 8 ? 2 : word.Length >= 4 ? 1 : 0;

    /// <summary>The nearest words: those with the fewest errors only.</summary>
    public List<(int Word, int Errors)> Of(string sought)
    {
        List<(int Word, int Errors)> near = [];
        var most = sought.Length <= 40 && !char.IsAsciiDigit(sought[0]) ? Forgiven(sought) : 0;
        if (most == 0)
        {
            return near;
        }

        var seen = new HashSet<int>();
        foreach (var key in Keys(sought, most))
        {
            for (var at = First(key); at < _filed.Length && _filed[at] == key; at++)
            {
                if (seen.Add(_words[at]) && Distance.Between(sought, _all[_words[at]], most) is var errors && errors <= most)
                {
                    near.Add((_words[at], errors));
                }
            }
        }

        var fewest = near.Count == 0 ? 0 : near.Min(found => found.Errors);
        near.RemoveAll(found => found.Errors > fewest);
        return near;
    }

    int First(uint key)
    {
        var (low, high) = (0, _filed.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _filed[middle] < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    static HashSet<uint> Keys(string word, int deletions)
    {
        var start = word.AsSpan(0, Math.Min(word.Length, Read));
        HashSet<uint> keys = [Hash(start, -1, -1)];
        for (var one = 0; one < start.Length; one++)
        {
            keys.Add(Hash(start, one, -1));
            for (var two = one + 1; deletions > 1 && two < start.Length; two++)
            {
                keys.Add(Hash(start, one, two));
            }
        }

        return keys;
    }

    static uint Hash(ReadOnlySpan<char> letters, int without, int orWithout)
    {
        var hash = 2166136261u;
        for (var i = 0; i < letters.Length; i++)
        {
            if (i != without && i != orWithout)
            {
                hash = (hash ^ letters[i]) * 16777619u;
            }
        }

        return hash;
    }
}
