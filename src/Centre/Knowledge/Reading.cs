using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>Understands what was typed: for each word of it the stems that may be meant, and how sure that is.</summary>
sealed class Reading(Vocabulary vocabulary, IReadOnlyList<Synonyms> synonyms)
{
    const int MostWords = 24;
    const double Part = 0.75;
    const double Synonym = 0.8;
    const double Unfinished = 0.6;

    /// <summary>For each word that was sought the stems it may mean with their weights; a word that says nothing has none.</summary>
    public List<Dictionary<int, double>> Of(IReadOnlyList<string> sought, Id? site, bool typing)
    {
        var telling = sought.Where(word => !vocabulary.Forms.StopWords.Contains(word)).Distinct().Take(MostWords).ToList();
        var words = telling.Count > 0 ? telling : [.. sought.Distinct().Take(MostWords)];
        List<Dictionary<int, double>> meanings = [];
        foreach (var (i, word) in words.Index())
        {
            var last = typing && word == sought[^1];
            Read(word, last, site, meanings);
            if (i > 0 && vocabulary.Stem(words[i - 1] + word) is { } joined)
            {
                meanings.Add(new() { [joined] = Part });
            }
        }

        return meanings;
    }

    void Read(string word, bool last, Id? site, List<Dictionary<int, double>> meanings)
    {
        Dictionary<int, double> meaning = [];
        meanings.Add(meaning);
        AddSynonyms(word, site, meaning);
        if (last && word.Length >= 2)
        {
            foreach (var stem in vocabulary.StartingWith(word, 200))
            {
                Add(meaning, stem, Unfinished);
            }
        }

        if (vocabulary.Stem(word) is { } known)
        {
            Add(meaning, known, 1);
        }

        var parts = vocabulary.Forms.Compounds || meaning.Count == 0 ? vocabulary.Parts(word) : [];
        foreach (var part in parts)
        {
            meanings.Add(new() { [part] = Part });
        }

        if (meaning.Count == 0 && parts.Count == 0)
        {
            Forgive(word, meaning);
        }
    }

    void Forgive(string word, Dictionary<int, double> meaning)
    {
        foreach (var (stem, errors) in vocabulary.Near(word))
        {
            Add(meaning, stem, errors == 1 ? 0.8 : 0.6);
        }

        // A form that no rule knows begins like its word.
        if (meaning.Count == 0 && word.Length >= 6)
        {
            foreach (var stem in vocabulary.StartingWith(word[..Math.Max(5, word.Length - 3)], 50))
            {
                Add(meaning, stem, 0.5);
            }
        }
    }

    void AddSynonyms(string word, Id? site, Dictionary<int, double> meaning)
    {
        foreach (var group in synonyms)
        {
            if ((group.Site is null || group.Site == site) && group.Words.Any(other => Same(other, word)))
            {
                foreach (var part in group.Words.SelectMany(Word.In))
                {
                    if (vocabulary.Stem(part.Folded) is { } stem)
                    {
                        Add(meaning, stem, Synonym);
                    }
                }
            }
        }
    }

    bool Same(string other, string word) => Word.In(other).Select(part => part.Folded).ToList() is [var only] && vocabulary.Forms.Stem(only) == vocabulary.Forms.Stem(word);

    static void Add(Dictionary<int, double> meaning, int stem, double weight) => meaning[stem] = Math.Max(meaning.GetValueOrDefault(stem), weight);
}
