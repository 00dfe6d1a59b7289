namespace Kanal.Centre.Knowledge.Forms;

/// <summary>
/// What the forms of a word have in common, by rules for its language. Words come folded, so that <c>forsikringer</c>, <c>podróże</c> and
/// <c>călătoriei</c> meet their own other forms however they were typed. The result is for comparing, not for reading.
/// </summary>
sealed class WordForms
{
    static readonly Dictionary<string, WordForms> _all = new()
    {
        ["da"] = Danish.Forms,
        ["nb"] = Danish.Forms,
        ["no"] = Danish.Forms,
        ["en"] = English.Forms,
        ["pl"] = Polish.Forms,
        ["ro"] = Romanian.Forms,
    };

    static readonly WordForms _unknown = new();

    readonly string[] _endings = [];

    /// <summary>Taken off, longest first, as long as <see cref="Shortest"/> letters are left.</summary>
    public IEnumerable<string> Endings { init => _endings = [.. value.Distinct().OrderByDescending(ending => ending.Length)]; }

    public int Shortest { get; init; } = 3;

    /// <summary>How many endings may stand behind each other.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>How a stem's end changes between forms.</summary>
    public (string From, string To)[] Changes { get; init; } = [];

    /// <summary>Two equal consonants at the end are one.</summary>
    public bool Doubles { get; init; }

    /// <summary>Forms that no rule reaches.</summary>
    public Dictionary<string, string> Irregular { get; init; } = [];

    /// <summary>Too common to tell one text from another.</summary>
    public IReadOnlySet<string> StopWords { get; init; } = new HashSet<string>();

    /// <summary>Whether the language writes what belongs together in one word.</summary>
    public bool Compounds { get; init; }

    public static WordForms Of(string language) => _all.GetValueOrDefault(language, _unknown);

    public static HashSet<string> Set(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <param name="pairs">Such as <c>child:children,kids</c>.</param>
    public static Dictionary<string, string> Table(params ReadOnlySpan<string> pairs)
    {
        var table = new Dictionary<string, string>();
        foreach (var pair in pairs)
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            foreach (var form in pair[(colon + 1)..].Split(','))
            {
                table[form] = pair[..colon];
            }
        }

        return table;
    }

    public string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
        {
            return known;
        }

        if (word.Length == 0 || char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        var stem = word;
        for (var round = 0; round < Rounds; round++)
        {
            var ending = Array.Find(_endings, ending => stem.Length - ending.Length >= Shortest && stem.EndsWith(ending, StringComparison.Ordinal));
            var shorter = Single(ending is null ? stem : stem[..^ending.Length]);
            if (shorter == stem)
            {
                break;
            }

            stem = shorter;
            if (Irregular.TryGetValue(stem, out known))
            {
                return known;
            }
        }

        foreach (var (from, to) in Changes)
        {
            if (stem.Length - from.Length + to.Length >= Shortest && stem.EndsWith(from, StringComparison.Ordinal))
            {
                return stem[..^from.Length] + to;
            }
        }

        return stem;
    }

    string Single(string stem) =>
        Doubles && stem.Length > Shortest && stem[^1] == stem[^2] && !"aeiouy".Contains(stem[^1], StringComparison.Ordinal) ? stem[..^1] : stem;
}
