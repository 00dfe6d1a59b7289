using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Web.HelpCentre;

/// <summary>What a search page shows.</summary>
/// <param name="Query">As it was written, without spaces around it.</param>
/// <param name="Hits">Best first.</param>
/// <param name="Also">Words that were found in place of those written.</param>
/// <param name="Near">What may be meant, where nothing was found.</param>
public sealed record SearchFindings(string Query, IReadOnlyList<LibraryHit> Hits, IReadOnlyList<string> Also, IReadOnlyList<PublishedText> Near)
{
    /// <summary>Whether what is near has to do with what was sought; else it is what others seek.</summary>
    public bool Meant { get; private init; }

    const int LongestQuery = 300;
    const int MostHits = 20;
    const int MostNear = 5;
    const int MostAlso = 3;

    // Of words that are only part of what was written, these say nothing.
    const int ShortestTelling = 4;

    internal static SearchFindings Of(HelpView view, string? q, IReadOnlyList<PublishedText> sought)
    {
        var query = string.Join(' ', (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        query = query.Length > LongestQuery ? query[..LongestQuery] : query;
        var hits = query.Length == 0 ? [] : Find(view, query, MostHits);
        return hits.Count > 0 ? new SearchFindings(query, hits, AlsoSought(query, hits), []) : Nothing(view, query, sought);
    }

    static List<LibraryHit> Find(HelpView view, string words, int limit) =>
        [.. view.Library.Search(new Sought(words, view.Language, view.Site.Id, Typing: false) { Limit = limit, ForAgents = false }).Where(hit => hit.Text.IsPublic && hit.Text.Site == view.Site.Id)];

    // Word by word, and in the site's other languages; where that finds nothing either, what others seek.
    static SearchFindings Nothing(HelpView view, string query, IReadOnlyList<PublishedText> sought)
    {
        var byWord = query.Split(' ').Where(word => word.Length >= ShortestTelling).Take(8).SelectMany(word => Find(view, word, 3)).Select(hit => hit.Text);
        var elsewhere = query.Length == 0 ? [] : view.Site.Languages.Where(language => language != view.Language)
            .SelectMany(language => view.Library.Search(new Sought(query, language, view.Site.Id, Typing: false) { Limit = 2, ForAgents = false })).Select(hit => hit.Text).Where(text => text.IsPublic);
        var near = byWord.Concat(elsewhere).DistinctBy(text => text.Article).Take(MostNear).ToList();
        return new SearchFindings(query, [], [], near.Count > 0 ? near : [.. sought.Take(MostNear)]) { Meant = near.Count > 0 };
    }

    // What stands for a word that is not there as it was written; a word cut short or with an ending more is no news.
    static List<string> AlsoSought(string query, List<LibraryHit> hits)
    {
        var written = Folding.Fold(query).Split(' ', ',', '.', '?', '!').Where(word => word.Length > 0).ToList();
        var found = hits.Take(3).SelectMany(hit => hit.Excerpt.Marks.Select(mark => hit.Excerpt.Text.Substring(mark.Start, mark.Length))).DistinctBy(Folding.Fold).ToList();
        return written.Exists(word => word.Length >= ShortestTelling && !found.Exists(other => Same(word, Folding.Fold(other))))
            ? [.. found.Where(other => !written.Exists(word => Same(word, Folding.Fold(other)))).Select(other => other.ToLowerInvariant()).Take(MostAlso)]
            : [];

        static bool Same(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
    }
}
