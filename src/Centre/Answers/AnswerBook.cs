using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Answers;

/// <summary>The short answers, as agents look them up: the articles of that kind, a language at a time.</summary>
public sealed class AnswerBook(KnowledgeBase knowledge)
{
    const int LongestStart = 100;
    const int MostFound = 200;

    /// <summary>In the order of their shortcuts; where something is sought, those whose shortcut starts with it first, then the best answers.</summary>
    /// <param name="sought">Everything where it is empty.</param>
    /// <param name="site">Answers for this site and for all; every answer where it is null.</param>
    public async Task<List<Answer>> FindAsync(string? sought, string? language, Id? site, int skip, int limit, CancellationToken ct)
    {
        var library = await knowledge.NowAsync(ct);
        var asked = sought?.TrimStart('/', '#', ' ') ?? "";
        var start = Folding.Fold(asked.Length > LongestStart ? asked[..LongestStart] : asked);
        var called = library.Texts.Where(text => IsAsked(text, language, site) && Folding.Fold(text.Shortcut ?? "").StartsWith(start, StringComparison.Ordinal))
            .OrderBy(text => text.Shortcut, StringComparer.Ordinal).ThenBy(text => text.Language, StringComparer.Ordinal).ThenBy(text => text.Article);
        var found = string.IsNullOrWhiteSpace(asked) ? called : called.Where(_ => start.Length > 0).Concat(library.Search(new Sought(asked, language, site)
        {
            Limit = MostFound,
            Only = text => library.Find(text.Id, text.Language)?.Kind == ArticleKind.ShortAnswer,
        }).Select(hit => hit.Text)).Distinct();
        return [.. found.Skip(skip).Take(limit).Select(Answer.Of)];
    }

    static bool IsAsked(PublishedText text, string? language, Id? site) =>
        text.Kind == ArticleKind.ShortAnswer && (language is null || LanguageTag.Primary(text.Language) == LanguageTag.Primary(language)) && (site is null || text.Site is null || text.Site == site);
}
