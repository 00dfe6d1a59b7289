using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>
/// Articles that answer the same questions: each title and question of an article is sought as a visitor would; where another article of the
/// same site and language comes close to it, or before it, both are named with the questions at fault.
/// </summary>
public sealed class Overlaps(KnowledgeBase knowledge) : IDisposable
{
    /// <summary>From this share of an article's own score on another one is too close.</summary>
    public const double TooClose = 0.9;

    const int Most = 200;
    const int Within = 10;

    readonly SemaphoreSlim _looking = new(1, 1);
    (Library Library, Id Site, string Language, List<Overlap> Found)? _last;

    /// <summary>The worst first.</summary>
    public async Task<IReadOnlyList<Overlap>> FindAsync(Id site, string language, CancellationToken ct)
    {
        var library = await knowledge.NowAsync(ct);
        await _looking.WaitAsync(ct);
        try
        {
            if (_last is not { } last || last.Library != library || last.Site != site || last.Language != language)
            {
                var found = await Task.Run(() => Find(library, site, language, ct), ct);
                _last = last = (library, site, language, found);
            }

            return last.Found;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();

    static List<Overlap> Find(Library library, Id site, string language, CancellationToken ct)
    {
        var texts = library.In(site, language).Where(text => text.Kind != ArticleKind.ShortAnswer).ToDictionary(text => text.Article);
        var close = library.Index.Close(language);
        Dictionary<(Id, Id), List<OverlappingQuestion>> pairs = [];
        foreach (var text in texts.Values)
        {
            foreach (var question in text.Content.Questions.Prepend(text.Content.Title))
            {
                ct.ThrowIfCancellationRequested();
                foreach (var (other, closeness) in Others(library, close, text, question).Where(other => texts.ContainsKey(other.Article)).OrderByDescending(other => other.Closeness).Take(Within))
                {
                    var pair = text.Article < other ? (text.Article, other) : (other, text.Article);
                    var questions = pairs.TryGetValue(pair, out var there) ? there : pairs[pair] = [];
                    questions.Add(new OverlappingQuestion(question, text.Article, Math.Round(closeness, 2)));
                }
            }
        }

        return [.. pairs.Select(pair => new Overlap(language, Named(texts[pair.Key.Item1]), Named(texts[pair.Key.Item2]), [.. pair.Value.OrderByDescending(question => question.Closeness)]))
            .OrderByDescending(overlap => overlap.Questions.Sum(question => question.Closeness)).ThenBy(overlap => overlap.First.Id).Take(Most)];
    }

    // What does not even find its own article is as close as can be to what it finds.
    static IEnumerable<(Id Article, double Closeness)> Others(Library library, CloseTexts? close, PublishedText text, string question)
    {
        var own = library.Findable(text.Article, text.Language);
        return own is not null && close?.Of(question, own, TooClose) is { } found
            ? found.Where(one => one.Found.Language == text.Language).Select(one => (one.Found.Id, one.Share))
            : library.Search(new Sought(question, text.Language, text.Site, Typing: false) { Limit = Within }).Where(hit => hit.Text.Article != text.Article).Select(hit => (hit.Text.Article, 2.0));
    }

    static OverlappingArticle Named(PublishedText text) => new(text.Article, text.Content.Title);
}

/// <summary>Two articles that answer the same.</summary>
public sealed record Overlap(string Language, OverlappingArticle First, OverlappingArticle Second, IReadOnlyList<OverlappingQuestion> Questions);

public sealed record OverlappingArticle(Id Id, string Title);

/// <param name="Question">A title or a question.</param>
/// <param name="Of">The article that it stands in.</param>
/// <param name="Closeness">The other's score in the search over this one's: above 1 the other is found first; 2 where this one is not found at all.</param>
public sealed record OverlappingQuestion(string Question, Id Of, double Closeness);
