using Kanal.Centre.Knowledge.Forms;

namespace Kanal.Centre.Knowledge;

/// <summary>The texts of one language.</summary>
sealed class LanguageIndex
{
    const float PartOfWord = 0.6f;

    readonly IReadOnlyList<Findable> _texts;
    readonly IReadOnlyList<Synonyms> _synonyms;
    readonly Vocabulary _vocabulary;
    readonly Postings _postings;
    readonly Reading _reading;
    readonly Dictionary<string, (int Stem, float Share)[]> _read = [];

    /// <param name="language">Primary, such as <c>da</c>.</param>
    public LanguageIndex(string language, IReadOnlyList<Findable> texts, IReadOnlyList<Synonyms> synonyms)
    {
        _texts = texts;
        _synonyms = synonyms;
        var words = texts.Select(text => FieldsOf(text).Select(WordsOf).ToArray()).ToList();
        _vocabulary = new Vocabulary(words.SelectMany(fields => fields).SelectMany(field => field), WordForms.Of(language));
        _postings = new Postings([.. words.Select(fields => Array.ConvertAll(fields, field => field.SelectMany(word => Read(word)).ToList()))], _vocabulary.Stems);
        _reading = new Reading(_vocabulary, synonyms);
    }

    public CloseTexts Close() => new(_texts, _postings, _reading);

    public int Words => _vocabulary.Words;

    /// <summary>Whether it was made of the very same.</summary>
    public bool IsOf(IReadOnlyList<Findable> texts, IReadOnlyList<Synonyms> synonyms) => Same(_texts, texts) && Same(_synonyms, synonyms);

    public IEnumerable<(Findable Found, double Score, HashSet<int> Stems)> Find(IReadOnlyList<string> words, Sought sought, bool typing)
    {
        var meanings = _reading.Of(words, sought.Site, typing);
        var scores = new float[_texts.Count];
        var best = new float[_texts.Count];
        foreach (var meaning in meanings)
        {
            Score(meaning, best, scores);
        }

        HashSet<int> stems = [.. meanings.SelectMany(meaning => meaning.Keys)];
        return scores.Index().Where(text => text.Item > 0 && IsFor(_texts[text.Index], sought))
            .OrderByDescending(text => text.Item).ThenBy(text => _texts[text.Index].Id).Take(sought.Limit)
            .Select(text => (_texts[text.Index], (double)text.Item, stems));
    }

    /// <param name="word">Of a text of this index.</param>
    public bool Matches(string word, HashSet<int> stems) =>
        _read.TryGetValue(word, out var read) && Array.Exists(read, part => stems.Contains(part.Stem)) && !_vocabulary.Forms.StopWords.Contains(word);

    // Of the stems that one word may mean, the one that says most of a text counts; the words are added up.
    void Score(Dictionary<int, double> meaning, float[] best, float[] scores)
    {
        Array.Clear(best);
        foreach (var (stem, weight) in meaning)
        {
            var worth = (float)(weight * _postings.Rarity(stem));
            foreach (var (text, says) in _postings.Of(stem))
            {
                best[text] = Math.Max(best[text], worth * says);
            }
        }

        for (var text = 0; text < best.Length; text++)
        {
            scores[text] += best[text];
        }
    }

    (int Stem, float Share)[] Read(string word)
    {
        if (!_read.TryGetValue(word, out var stems))
        {
            var parts = _vocabulary.Forms.Compounds ? _vocabulary.Parts(word) : [];
            _read[word] = stems = _vocabulary.Stem(word) is { } stem ? [(stem, 1f), .. parts.Where(part => part != stem).Select(part => (part, PartOfWord))] : [];
        }

        return stems;
    }

    static bool IsFor(Findable text, Sought sought) => (sought.Site is null || text.Site is null || text.Site == sought.Site) && (sought.ForAgents || !text.ForAgents) && (sought.Only is null || sought.Only(text));

    static bool Same<T>(IReadOnlyList<T> these, IReadOnlyList<T> those) where T : class => these.Count == those.Count && these.Zip(those).All(pair => ReferenceEquals(pair.First, pair.Second));

    static IEnumerable<string>[] FieldsOf(Findable text) => [[text.Title], text.Questions, text.Keywords, [text.Body]];

    static List<string> WordsOf(IEnumerable<string> field) => [.. field.SelectMany(Word.In).Select(word => word.Folded)];
}
