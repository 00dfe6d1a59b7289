using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Channels.Http;
using Kanal.Decisions.Measures;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.PublicApi;

/// <summary>The knowledge base as strangers may see it.</summary>
sealed class PublicArticles(KnowledgeBase knowledge, SiteDirectory sites, Counting counting, MostSought sought, Helped helped, TimeProvider time)
{
    const int MostFound = 20;
    const int MostRanked = 200;

    // An office may stand behind one address, and answers come while people type, so this is wide.
    readonly Floodgate<IPAddress> _reads = new(perSecond: 50, burst: 500, time);
    readonly Floodgate<IPAddress> _ratings = new(perSecond: 0.5, burst: 20, time);

    public static void Map(RouteGroupBuilder api)
    {
        var articles = api.MapGroup("/sites/{site}").WithTags("Articles");
        articles.MapGet("/answers", (string site, string? q, string? language, int? limit, bool? done, PublicArticles here, HttpContext context, CancellationToken ct) => here.SearchAsync(site, q, language, limit, done, context, ct))
            .WithName("searchPublicAnswers").WithSummary("Articles that may answer a question, best first. With `done` the visitor has finished typing; what then finds nothing is collected for the editors.");
        articles.MapGet("/articles", (string site, string? language, PublicArticles here, HttpContext context, CancellationToken ct) => here.ListAsync(site, language, context, ct))
            .WithName("listPublicArticles").WithSummary("Every article of a site in a language, the most sought first.");
        articles.MapGet("/articles/{article}", (string site, string article, string? language, bool? peek, PublicArticles here, HttpContext context, CancellationToken ct) => here.GetAsync(site, article, language, peek, context, ct))
            .WithName("getPublicArticle").WithSummary("An article by its id or its name in an address; in another language where there is none in the one asked for. Counts as read, unless `peek`.");
        articles.MapPost("/articles/{article}/helped", (string site, string article, HelpedRequest request, PublicArticles here, HttpContext context, CancellationToken ct) => here.HelpedAsync(site, article, request, context, ct))
            .WithName("rateArticle").WithSummary("Whether an article helped, with a word if wished.");
        articles.MapGet("/sections", (string site, string? language, PublicArticles here, HttpContext context, CancellationToken ct) => here.SectionsAsync(site, language, context, ct))
            .WithName("listPublicSections").WithSummary("The sections of a site's help centre that have articles in a language.");
    }

    async Task<Ok<Listing<PublicAnswer>>> SearchAsync(string key, string? q, string? language, int? limit, bool? done, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        var most = limit is null or (>= 1 and <= MostFound) ? limit ?? 10 : throw RefusedException.Invalid("limit", $"This should be 1 to {MostFound}.");
        var spoken = site.LanguageFor(language);
        var hits = library.Search(new Sought(q ?? "", spoken, site.Id) { Limit = most, ForAgents = false }).ToList();
        if (done == true && hits.Count == 0)
        {
            counting.InVain(site.Id, spoken, q ?? "", Readers.Of(context));
        }
        else if (done == true)
        {
            counting.Went(site.Id, Readers.Of(context), NextStep.Found);
        }

        return TypedResults.Ok(new Listing<PublicAnswer>([.. hits.Select(hit => PublicAnswer.Of(site, hit.Text, hit.Excerpt))]));
    }

    async Task<Ok<Listing<PublicAnswer>>> ListAsync(string key, string? language, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        var spoken = site.LanguageFor(language);
        var most = (await sought.TopAsync(site.Id, spoken, MostRanked, ct)).Select((article, place) => (article.Id, place)).ToDictionary();
        return TypedResults.Ok(new Listing<PublicAnswer>([.. library.In(site.Id, spoken).Where(text => text.IsPublic).OrderBy(text => most.GetValueOrDefault(text.Article, MostRanked)).Select(text => PublicAnswer.Of(site, text, null))]));
    }

    async Task<Ok<PublicArticle>> GetAsync(string key, string article, string? language, bool? peek, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        var text = PublicReading.Find(library, site, article, site.LanguageFor(language)) ?? throw RefusedException.NotFound("article");
        if (peek != true)
        {
            counting.Seen(text, site.Id, Readers.Of(context));
        }

        return TypedResults.Ok(PublicArticle.Of(site, library, text, $"{context.Request.Scheme}://{context.Request.Host}"));
    }

    async Task<NoContent> HelpedAsync(string key, string article, HelpedRequest request, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        Hold(_ratings.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None));
        var text = PublicReading.Find(library, site, article, site.LanguageFor(request.Language)) ?? throw RefusedException.NotFound("article");
        await helped.NoteAsync(text, site.Id, request.Yes, request.Comment, ct);
        return TypedResults.NoContent();
    }

    async Task<Ok<Listing<PublicSection>>> SectionsAsync(string key, string? language, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        return TypedResults.Ok(new Listing<PublicSection>(PublicReading.Sections(library, site, site.LanguageFor(language))));
    }

    async Task<(Site Site, Library Library)> EnterAsync(string key, HttpContext context, CancellationToken ct)
    {
        Hold(_reads.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None));
        return (await sites.FindAsync(key, ct) ?? throw RefusedException.NotFound("site"), await knowledge.NowAsync(ct));
    }

    static void Hold(TimeSpan? wait)
    {
        if (wait is { } pause)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = pause };
        }
    }
}

/// <param name="Comment">At most 500 letters.</param>
/// <param name="Language">In which it was read.</param>
public sealed record HelpedRequest(bool Yes, string? Comment = null, string? Language = null);
