using System.Collections.Concurrent;
using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;
using Kanal.Channels.Http;
using Kanal.Decisions.Measures;
using Kanal.Web.HelpCentre.Pages;

namespace Kanal.Web.HelpCentre;

/// <summary>The front page and what is found from it.</summary>
sealed class FrontPages(MostSought sought, Counting counting, TimeProvider time)
{
    const int MostShown = 6;

    // Pages are kept for a minute as well.
    static readonly TimeSpan _fresh = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(Id Site, string Language), (DateTimeOffset ReadAt, IReadOnlyList<Id> Articles)> _top = new();

    public async Task<IResult> ShowAsync(HelpView view, HttpContext context, CancellationToken ct) => new HelpAnswer<Front>(view, new() { ["Sought"] = await SoughtAsync(view, ct) });

    public async Task<IResult> SearchAsync(HelpView view, HttpContext context, CancellationToken ct)
    {
        var found = SearchFindings.Of(view, context.Request.Query["q"], await SoughtAsync(view, ct));
        if (found.Query.Length > 0 && Visit.IsOfAPerson(context))
        {
            Count(view, found, Readers.Of(context));
        }

        return new HelpAnswer<SearchPage>(view, new() { ["Found"] = found }) { Lasts = false };
    }

    void Count(HelpView view, SearchFindings found, Reader reader)
    {
        if (found.Hits.Count == 0)
        {
            counting.InVain(view.Site.Id, view.Language, found.Query, reader);
        }
        else
        {
            counting.Went(view.Site.Id, reader, NextStep.Found);
        }
    }

    // Where nothing was counted yet there is nothing to say, and nothing to keep: the first reader of a new site shows at once.
    async Task<IReadOnlyList<PublishedText>> SoughtAsync(HelpView view, CancellationToken ct)
    {
        var key = (view.Site.Id, view.Language);
        if (!_top.TryGetValue(key, out var known) || known.Articles.Count == 0 || view.Now - known.ReadAt > _fresh)
        {
            known = _top[key] = (time.GetUtcNow(), [.. (await sought.TopAsync(view.Site.Id, view.Language, MostShown, ct)).Select(article => article.Id)]);
        }

        return [.. known.Articles.Select(id => view.Library.Find(id, view.Language)).OfType<PublishedText>().Where(text => text is { IsPublic: true, Kind: not ArticleKind.ShortAnswer })];
    }
}
