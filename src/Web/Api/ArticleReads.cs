using Kanal.Centre;
using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Upkeep;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>What agents look up.</summary>
static class ArticleReads
{
    const int LongestPreview = 30_000;

    public static async Task<Ok<Listing<FoundArticle>>> SearchAsync(string? q, string? language, Id? site, int? limit, string? @as, KnowledgeBase knowledge, SiteDirectory sites, HttpRequest http, CancellationToken ct)
    {
        var channel = Choice.Of<ReadIn>("as", @as);
        var library = await knowledge.NowAsync(ct);
        var places = (await sites.AllAsync(ct)).ToDictionary(one => one.Id);
        var hits = library.Search(new Sought(q?.TrimStart('/', '#', ' ') ?? "", language, site) { Limit = Paging.Limit(limit, usual: 20, most: 50) });
        return TypedResults.Ok(new Listing<FoundArticle>([.. hits.Select(hit => FoundArticle.Of(hit, places, channel, http))]));
    }

    public static async Task<Ok<Listing<Overlap>>> OverlapsAsync(Id site, string language, Overlaps overlaps, CancellationToken ct) =>
        TypedResults.Ok(new Listing<Overlap>(await overlaps.FindAsync(site, language, ct)));

    public static async Task<Ok<SoughtReport>> SoughtAsync(Id site, string? language, int? limit, MostSought sought, SearchesInVain vain, Helped helped, CancellationToken ct)
    {
        var most = Paging.Limit(limit);
        return TypedResults.Ok(new SoughtReport(await sought.TopAsync(site, language, most, ct), await vain.TopAsync(site, language, most, ct), await helped.CountAsync(site, language, most, ct)));
    }

    public static async Task<Ok<UpkeepReport>> UpkeepAsync(Id site, string? language, int? limit, UpkeepReports upkeep, CancellationToken ct) =>
        TypedResults.Ok(await upkeep.ReadAsync(site, language, Paging.Limit(limit), ct));

    public static async Task<Ok<Listing<HelpedComment>>> CommentsAsync(Id id, int? limit, Helped helped, CancellationToken ct) =>
        TypedResults.Ok(new Listing<HelpedComment>(await helped.CommentsAsync(id, Paging.Limit(limit), ct)));

    public static async Task<Ok<ArticleForm>> AsAsync(Id id, string channel, string language, KnowledgeBase knowledge, SiteDirectory sites, HttpRequest http, CancellationToken ct)
    {
        var text = (await knowledge.NowAsync(ct)).Find(id, language) ?? throw RefusedException.NotFound("published article");
        var places = (await sites.AllAsync(ct)).ToDictionary(site => site.Id);
        var readIn = Choice.Of<ReadIn>("channel", channel) ?? throw RefusedException.NotFound("channel");
        return TypedResults.Ok(ArticleForms.Of(text, readIn, FoundArticle.UrlOf(text, places) is { } url ? Whole(url, http) : null));
    }

    public static Ok<Preview> Preview(PreviewRequest request)
    {
        var faults = new Faults();
        var markdown = faults.Text("markdown", request.Markdown, LongestPreview);
        faults.AddIf(markdown.Length <= LongestPreview && !ArticleMarkdown.IsReadable(markdown), "markdown", "Quotes, lists or brackets stand too deep within each other here.");
        faults.ThrowIfAny();
        return TypedResults.Ok(new Preview(ArticleHtml.Of(markdown), ArticlePlain.Of(markdown)));
    }

    // It is whole already where the help centre has a host name of its own.
    public static string Whole(string url, HttpRequest http) => url.StartsWith('/') ? $"{http.Scheme}://{http.Host}{url}" : url;
}

public sealed record PreviewRequest(string Markdown);

/// <param name="Html">Safe to put on a page.</param>
/// <param name="Text">As it is without any marks.</param>
public sealed record Preview(string Html, string Text);

/// <summary>What visitors look for on a site.</summary>
/// <param name="InVain">What was sought and not found.</param>
/// <param name="Helped">Those with most who said no first.</param>
public sealed record SoughtReport(IReadOnlyList<SoughtArticle> MostSought, IReadOnlyList<VainSearch> InVain, IReadOnlyList<HelpedArticle> Helped);

/// <summary>An article that was found.</summary>
/// <param name="Url">Its page in the help centre; null where it has none.</param>
/// <param name="Text">As it is said in the channel that was asked for; null where none was.</param>
public sealed record FoundArticle(Id Id, ArticleKind Kind, Audience Audience, string Language, string Title, string? Shortcut, Excerpt Excerpt, string? Url, string? Text)
{
    internal static FoundArticle Of(LibraryHit hit, Dictionary<Id, Centre.Sites.Site> sites, ReadIn? channel, HttpRequest http)
    {
        var text = hit.Text;
        var url = UrlOf(text, sites);
        var said = channel is { } readIn ? ArticleForms.Of(text, readIn, url is null ? null : ArticleReads.Whole(url, http)).Text : null;
        return new FoundArticle(text.Article, text.Kind, text.Audience, text.Language, text.Content.Title, text.Shortcut, hit.Excerpt, url, said);
    }

    internal static string? UrlOf(PublishedText text, Dictionary<Id, Centre.Sites.Site> sites) =>
        text is { IsPublic: true, Slug: { } slug, Site: { } site } && sites.TryGetValue(site, out var place) ? HelpAddress.Of(place, text.Language, slug) : null;
}
