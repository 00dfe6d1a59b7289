namespace Kanal.Centre.Knowledge;

/// <summary>
/// Searches the knowledge base and forgives: typing errors, forms of words, letters without their signs, words put together or apart. It never
/// changes; what is new is a new index put in its place, so that readers need no lock.
/// </summary>
public sealed class AnswerIndex
{
    const int LongestSought = 1_000;

    readonly Dictionary<string, LanguageIndex> _languages;

    /// <param name="before">The index that this one takes the place of: languages in which nothing has changed are taken over from it.</param>
    public AnswerIndex(IEnumerable<Findable> texts, IReadOnlyList<Synonyms>? synonyms = null, AnswerIndex? before = null) =>
        _languages = texts.GroupBy(text => LanguageTag.Primary(text.Language)).ToDictionary(
            language => language.Key,
            language => Of(language.Key, [.. language], [.. (synonyms ?? []).Where(group => group.Language is null || LanguageTag.Primary(group.Language) == language.Key)], before));

    /// <summary>Different words, over all languages.</summary>
    public int Words => _languages.Values.Sum(language => language.Words);

    /// <summary>For one who compares the texts of a language with each other; null where there are none.</summary>
    public CloseTexts? Close(string language) => _languages.GetValueOrDefault(LanguageTag.Primary(language))?.Close();

    /// <summary>Best first; nothing where no word was sought.</summary>
    public IReadOnlyList<Hit> Search(Sought sought)
    {
        var text = sought.Text.Length > LongestSought ? sought.Text[..LongestSought] : sought.Text;
        var words = Word.In(text).Select(word => word.Folded).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var typing = sought.Typing && text.Length == sought.Text.Length && !char.IsWhiteSpace(text[^1]);
        var languages = sought.Language is { } language
            ? _languages.TryGetValue(LanguageTag.Primary(language), out var only) ? [only] : Array.Empty<LanguageIndex>()
            : [.. _languages.Values];
        return [.. languages.SelectMany(index => index.Find(words, sought, typing).Select(hit => (index, hit)))
            .OrderByDescending(found => found.hit.Score).ThenBy(found => found.hit.Found.Id).Take(sought.Limit)
            .Select(found => new Hit(found.hit.Found, found.hit.Score, Excerpts.From(found.hit.Found, word => found.index.Matches(word, found.hit.Stems))))];
    }

    static LanguageIndex Of(string language, List<Findable> texts, List<Synonyms> synonyms, AnswerIndex? before) =>
        before?._languages.GetValueOrDefault(language) is { } there && there.IsOf(texts, synonyms) ? there : new LanguageIndex(language, texts, synonyms);
}
