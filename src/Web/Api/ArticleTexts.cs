using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Articles;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

/// <summary>An article in one language.</summary>
static class ArticleTexts
{
    public static void MapTexts(this RouteGroupBuilder texts)
    {
        texts.MapPut("", SaveAsync).WithName("saveArticleDraft").WithSummary("Saves a draft; refused where somebody else has changed the text since the edition that was read.").RequireAuthorization(Policies.Supervisor);
        texts.MapDelete("", RemoveAsync).WithName("removeArticleText").WithSummary("Takes a translation away, with its history.").RequireAuthorization(Policies.Supervisor);
        texts.MapDelete("/draft", DiscardAsync).WithName("discardArticleDraft").WithSummary("Throws away what is not published.").RequireAuthorization(Policies.Supervisor);
        texts.MapPost("/publish", PublishAsync).WithName("publishArticleText").WithSummary("Publishes the draft, at once or at a time, and perhaps until another.").RequireAuthorization(Policies.Supervisor);
        texts.MapPost("/unpublish", UnpublishAsync).WithName("unpublishArticleText").WithSummary("Takes back what is published or scheduled; it is a draft again.").RequireAuthorization(Policies.Supervisor);
        texts.MapGet("/versions", VersionsAsync).WithName("listArticleVersions").WithSummary("What was published, the latest first.");
        texts.MapPost("/restore", RestoreAsync).WithName("restoreArticleVersion").WithSummary("Makes an earlier version the draft.").RequireAuthorization(Policies.Supervisor);
    }

    static async Task<Ok<ArticleText>> SaveAsync(Id id, string language, TextRequest request, SignedIn caller, ArticleDrafts drafts, CancellationToken ct) =>
        TypedResults.Ok(await drafts.SaveAsync(id, language, request, caller.Caller, ct));

    static async Task<NoContent> RemoveAsync(Id id, string language, ArticleDrafts drafts, CancellationToken ct)
    {
        await drafts.RemoveAsync(id, language, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<ArticleText>> DiscardAsync(Id id, string language, long? edition, SignedIn caller, ArticleDrafts drafts, CancellationToken ct) =>
        TypedResults.Ok(await drafts.DiscardAsync(id, language, edition, caller.Caller, ct));

    static async Task<Ok<ArticleText>> PublishAsync(Id id, string language, PublishRequest request, SignedIn caller, Publishing publishing, CancellationToken ct) =>
        TypedResults.Ok(await publishing.PublishAsync(id, language, request, caller.Caller, ct));

    static async Task<Ok<ArticleText>> UnpublishAsync(Id id, string language, UnpublishRequest request, SignedIn caller, Publishing publishing, CancellationToken ct) =>
        TypedResults.Ok(await publishing.UnpublishAsync(id, language, request.Edition, caller.Caller, ct));

    static async Task<Ok<ArticleText>> RestoreAsync(Id id, string language, RestoreRequest request, SignedIn caller, ArticleDrafts drafts, CancellationToken ct) =>
        TypedResults.Ok(await drafts.RestoreAsync(id, language, request, caller.Caller, ct));

    static async Task<Ok<Listing<ArticleVersion>>> VersionsAsync(Id id, string language, int? limit, string? cursor, ArticleHistory history, CancellationToken ct)
    {
        var most = Paging.Limit(limit);
        var before = cursor is null ? int.MaxValue : Paging.Skip(cursor);
        return TypedResults.Ok(Paging.Page(await history.ListAsync(id, language, before, most + 1, ct), most, last => last.Number.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <param name="Edition">The one that was read; left out: whatever it is.</param>
public sealed record UnpublishRequest(long? Edition = null);
