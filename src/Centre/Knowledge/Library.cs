using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>All that is published, at one moment. It never changes.</summary>
public sealed class Library
{
    readonly Dictionary<(Id Article, string Language), (PublishedText Text, Findable Found)> _texts;
    readonly ILookup<Id, PublishedText> _byArticle;
    readonly ILookup<string, PublishedText> _byLanguage;
    readonly Dictionary<(Id Site, string Language, string Slug), Id> _slugs;
    readonly IReadOnlyList<Synonyms> _synonyms;

    internal Library(IEnumerable<PublishedText> texts, IReadOnlyList<Section> sections, Dictionary<(Id Site, string Language, string Slug), Id> slugs, IReadOnlyList<Synonyms> synonyms, Library? before)
    {
        _texts = texts.ToDictionary(text => (text.Article, text.Language), text => before?.Same(text) ?? (text, text.ToFindable()));
        _byArticle = _texts.Values.Select(entry => entry.Text).ToLookup(text => text.Article);
        _byLanguage = Texts.OrderBy(text => text.Position).ThenBy(text => text.Article).ToLookup(text => text.Language);
        _slugs = slugs;
        _synonyms = before is not null && Json.From(before._synonyms) == Json.From(synonyms) ? before._synonyms : synonyms;
        Sections = sections;
        Index = new AnswerIndex(_texts.Values.Select(entry => entry.Found), _synonyms, before?.Index);
    }

    public AnswerIndex Index { get; }

    /// <summary>Of every site, in their order.</summary>
    public IReadOnlyList<Section> Sections { get; }

    public IEnumerable<PublishedText> Texts => _texts.Values.Select(entry => entry.Text);

    public PublishedText? Find(Id article, string language) => _texts.TryGetValue((article, language), out var entry) ? entry.Text : null;

    /// <summary>By its name in an address, or one that it had before: then its own is another.</summary>
    public PublishedText? BySlug(Id site, string language, string slug) => _slugs.TryGetValue((site, language, slug), out var article) ? Find(article, language) : null;

    /// <summary>The languages in which it is published.</summary>
    public IEnumerable<PublishedText> Languages(Id article) => _byArticle[article];

    /// <summary>What a site has in a language, what is for agents too, in the order of its sections.</summary>
    public IEnumerable<PublishedText> In(Id site, string language) => _byLanguage[language].Where(text => text.IsFor(site));

    /// <summary>As the index has it.</summary>
    internal Findable? Findable(Id article, string language) => _texts.TryGetValue((article, language), out var entry) ? entry.Found : null;

    /// <summary>Best first.</summary>
    public IEnumerable<LibraryHit> Search(Sought sought) => Index.Search(sought).Select(hit => new LibraryHit(_texts[(hit.Found.Id, hit.Found.Language)].Text, hit.Score, hit.Excerpt));

    internal ArticleContent? Content(Id article, string language, int number) => Find(article, language) is { } text && text.Number == number ? text.Content : null;

    (PublishedText Text, Findable Found)? Same(PublishedText text) => _texts.TryGetValue((text.Article, text.Language), out var entry) && entry.Text == text ? entry : null;
}

/// <param name="Score">Comparable within one search only.</param>
public sealed record LibraryHit(PublishedText Text, double Score, Excerpt Excerpt);
