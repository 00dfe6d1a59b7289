using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Articles;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ArticlesEndpoints
{
    public static RouteGroupBuilder MapArticles(this RouteGroupBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles");
        articles.MapGet("", ListAsync).WithName("listArticles").WithSummary("Articles of every kind, what was changed last first; with q the best first, drafts included. Titles are in `language`, else in the `reader`'s where there is such a text, else the original's.");
        articles.MapPost("", AddAsync).WithName("addArticle").WithSummary("Starts an article, as a draft in its first language.").RequireAuthorization(Policies.Supervisor);
        articles.MapGet("/search", ArticleReads.SearchAsync).WithName("searchArticles").WithSummary("Searches what is published, what is for agents and short answers included; typing errors and forms of words are forgiven. With `as` each comes as it is said in that channel.");
        articles.MapPost("/preview", ArticleReads.Preview).WithName("previewArticle").WithSummary("Markdown as visitors will see it.");
        articles.MapGet("/overlaps", ArticleReads.OverlapsAsync).WithName("listOverlaps").WithSummary("Articles that answer the same questions, the worst first.");
        articles.MapGet("/sought", ArticleReads.SoughtAsync).WithName("getSought").WithSummary("What visitors read most, what they sought in vain, and what helped them.");
        articles.MapGet("/upkeep", ArticleReads.UpkeepAsync).WithName("getUpkeep").WithSummary("Articles that need an editor: readers say no, nobody reads them, they are old, stale or about to expire, or their links lead nowhere.");
        articles.MapGet("/proposals", ArticleProposals.WaitingAsync).WithName("listProposals").WithSummary("Drafts that were made of solved conversations and wait for an editor, the latest first.");
        articles.MapPost("/proposals/{id}/discard", ArticleProposals.DiscardAsync).WithName("discardProposal").WithSummary("Throws such a draft away, with a reason.").RequireAuthorization(Policies.Supervisor);
        articles.MapGet("/suggestions", ArticleProposals.SuggestAsync).WithName("listSuggestions").WithSummary("What was asked again and again lately, was solved by people, and stands in no article.");
        articles.MapGet("/{id}/comments", ArticleReads.CommentsAsync).WithName("listArticleComments").WithSummary("What readers said of an article, the latest first.");
        articles.MapGet("/{id}/as/{channel}", ArticleReads.AsAsync).WithName("getArticleForm").WithSummary("A published article as it is said in chat, email, sms or phone.");
        articles.MapPost("/{id}/files", ArticleUploads.SaveAsync).WithName("uploadArticleFile").WithSummary("Takes a file in the field `file`; its address goes into the Markdown.").DisableAntiforgery().RequireAuthorization(Policies.Supervisor);
        articles.MapGet("/{id}", GetAsync).WithName("getArticle").WithSummary("An article in all its languages, with drafts.");
        articles.MapPut("/{id}", ChangeAsync).WithName("changeArticle").WithSummary("Says where an article stands and whom it is for.").RequireAuthorization(Policies.Supervisor);
        articles.MapDelete("/{id}", RemoveAsync).WithName("removeArticle").WithSummary("Takes an article away, with every language and version.").RequireAuthorization(Policies.Supervisor);
        articles.MapPost("/{id}/publish", PublishAllAsync).WithName("publishArticle").WithSummary("Publishes every draft of an article at once.").RequireAuthorization(Policies.Supervisor);
        api.MapGroup("/articles/{id}/texts/{language}").WithTags("Articles").MapTexts();
        return api;
    }

    static async Task<Ok<Listing<ArticleSummary>>> ListAsync(ArticleList articles, string? q, string? kind, Id? section, Id? site, string? language, string? state, string? audience, bool? stale, string? reader, int? limit, string? cursor, CancellationToken ct)
    {
        var most = Paging.Limit(limit);
        var skip = Paging.Skip(cursor);
        var filter = new ArticleFilter
        {
            Sought = q,
            Kind = Choice.Of<ArticleKind>("kind", kind),
            Section = section,
            Site = site,
            Language = language,
            State = Choice.Of<TextState>("state", state),
            Audience = Choice.Of<Audience>("audience", audience),
            Stale = stale == true,
            Reader = reader,
        };
        return TypedResults.Ok(Paging.Page(await articles.FindAsync(filter, skip, most + 1, ct), most, _ => (skip + most).ToString(CultureInfo.InvariantCulture)));
    }

    static async Task<Created<Article>> AddAsync(NewArticle request, SignedIn caller, ArticleBook book, CancellationToken ct)
    {
        var article = await book.AddAsync(request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/articles/{article.Id}", article);
    }

    static async Task<Ok<Article>> GetAsync(Id id, ArticleBook book, CancellationToken ct) => TypedResults.Ok(await book.FindAsync(id, ct));

    static async Task<Ok<Article>> ChangeAsync(Id id, ArticleSettings request, SignedIn caller, ArticleBook book, CancellationToken ct) =>
        TypedResults.Ok(await book.ChangeAsync(id, request, caller.Caller, ct));

    static async Task<NoContent> RemoveAsync(Id id, SignedIn caller, ArticleBook book, CancellationToken ct)
    {
        await book.RemoveAsync(id, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Article>> PublishAllAsync(Id id, RemarkRequest request, SignedIn caller, Publishing publishing, CancellationToken ct) =>
        TypedResults.Ok(await publishing.PublishAllAsync(id, request.Remark, caller.Caller, ct));
}

/// <param name="Remark">What is new, for whoever reads the history.</param>
public sealed record RemarkRequest(string? Remark = null);
