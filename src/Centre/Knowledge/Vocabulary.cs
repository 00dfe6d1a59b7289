using Kanal.Centre.Knowledge.Forms;

namespace Kanal.Centre.Knowledge;

/// <summary>All words of one language's texts, in order, and the stem that each belongs to.</summary>
sealed class Vocabulary
{
    const int ShortestPart = 3;
    readonly string[] _words;
    readonly int[] _stemOf;
    readonly Dictionary<string, int> _stems = [];
    readonly Neighbours _neighbours;

    public Vocabulary(IEnumerable<string> words, WordForms forms)
    {
        Forms = forms;
        _words = [.. words.Distinct().Order(StringComparer.Ordinal)];
        _stemOf = Array.ConvertAll(_words, word => Add(forms.Stem(word)));
        _neighbours = new Neighbours(_words);
    }

    public WordForms Forms { get; }

    public int Words => _words.Length;

    public int Stems => _stems.Count;

    /// <summary>The stem of a word in any of its forms; null where no text has it.</summary>
    public int? Stem(string word) => At(word) is >= 0 and var at ? _stemOf[at] : _stems.TryGetValue(Forms.Stem(word), out var stem) ? stem : null;

    /// <summary>The stems of words with the fewest typing errors.</summary>
    public IEnumerable<(int Stem, int Errors)> Near(string word) => _neighbours.Of(word).Select(near => (_stemOf[near.Word], near.Errors));

    /// <summary>The stems of the words that start so.</summary>
    public HashSet<int> StartingWith(string start, int most)
    {
        var at = At(start);
        HashSet<int> stems = [];
        for (at = at < 0 ? ~at : at; at < _words.Length && most-- > 0 && _words[at].StartsWith(start, StringComparison.Ordinal); at++)
        {
            stems.Add(_stemOf[at]);
        }

        return stems;
    }

    /// <summary>
    /// What a word is put together from, where all parts are words of the texts: <c>rejseforsikring</c> is <c>rejse</c> and <c>forsikring</c>.
    /// Empty where it is one word. An s or an e may stand between two parts. The longest last part wins, for it says what the thing is.
    /// </summary>
    public IReadOnlyList<int> Parts(string word, int most = 3)
    {
        for (var cut = ShortestPart; most > 1 && word.Length <= 40 && cut <= word.Length - ShortestPart; cut++)
        {
            if (IsPart(word[cut..]) is { } last)
            {
                if (First(word[..cut]) is { } first)
                {
                    return [first, last];
                }

                if (cut > 2 * ShortestPart && Parts(word[..cut], most - 1) is { Count: > 0 } before)
                {
                    return [.. before, last];
                }
            }
        }

        return [];
    }

    int? First(string part) => IsPart(part) ?? (part.Length > ShortestPart && part[^1] is 's' or 'e' ? IsPart(part[..^1]) : null);

    int? IsPart(string part) => part.Length >= ShortestPart && At(part) is >= 0 and var at && !Forms.StopWords.Contains(part) ? _stemOf[at] : null;

    int At(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal);

    int Add(string stem)
    {
        if (!_stems.TryGetValue(stem, out var number))
        {
            _stems[stem] = number = _stems.Count;
        }

        return number;
    }
}
