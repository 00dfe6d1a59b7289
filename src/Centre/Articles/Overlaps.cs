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
        Dictionary<(Id, Id), List<OverlappingQuestion>> pairs = [];
        foreach (var text in texts.Values)
        {
            foreach (var question in text.Content.Questions.Prepend(text.Content.Title))
            {
                ct.ThrowIfCancellationRequested();
                var hits = library.Search(new Sought(question, language, site, Typing: false) { Limit = Within }).Where(hit => texts.ContainsKey(hit.Text.Article)).ToList();
                var own = hits.Find(hit => hit.Text.Article == text.Article)?.Score;
                foreach (var other in hits.Where(hit => hit.Text.Article != text.Article && Closeness(hit.Score, own) >= TooClose))
                {
                    var pair = text.Article < other.Text.Article ? (text.Article, other.Text.Article) : (other.Text.Article, text.Article);
                    var questions = pairs.TryGetValue(pair, out var there) ? there : pairs[pair] = [];
                    questions.Add(new OverlappingQuestion(question, text.Article, Math.Round(Closeness(other.Score, own), 2)));
                }
            }
        }

        return [.. pairs.Select(pair => new Overlap(language, Named(texts[pair.Key.Item1]), Named(texts[pair.Key.Item2]), [.. pair.Value.OrderByDescending(question => question.Closeness)]))
            .OrderByDescending(overlap => overlap.Questions.Sum(question => question.Closeness)).ThenBy(overlap => overlap.First.Id).Take(Most)];
    }

    // What does not even find its own article is as close as can be.
    static double Closeness(double other, double? own) => own is { } score ? other / score : 2;

    static OverlappingArticle Named(PublishedText text) => new(text.Article, text.Content.Title);
}

/// <summary>Two articles that answer the same.</summary>
public sealed record Overlap(string Language, OverlappingArticle First, OverlappingArticle Second, IReadOnlyList<OverlappingQuestion> Questions);

public sealed record OverlappingArticle(Id Id, string Title);

/// <param name="Question">A title or a question.</param>
/// <param name="Of">The article that it stands in.</param>
/// <param name="Closeness">The other's score in the search over this one's: above 1 the other is found first; 2 where this one is not found at all.</param>
public sealed record OverlappingQuestion(string Question, Id Of, double Closeness);
