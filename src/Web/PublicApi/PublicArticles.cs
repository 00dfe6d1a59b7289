using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Articles;
using Kanal.Centre.Forms;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.PublicApi;

/// <summary>The knowledge base as strangers may see it.</summary>
sealed class PublicArticles(KnowledgeBase knowledge, SiteDirectory sites, TimeProvider time)
{
    const int MostFound = 20;

    // An office may stand behind one address, and answers come while people type, so this is wide.
    readonly Floodgate<IPAddress> _reads = new(perSecond: 50, burst: 500, time);

    public static void Map(RouteGroupBuilder api)
    {
        var articles = api.MapGroup("/sites/{site}").WithTags("Articles");
        articles.MapGet("/answers", (string site, string? q, string? language, int? limit, PublicArticles here, HttpContext context, CancellationToken ct) => here.SearchAsync(site, q, language, limit, context, ct))
            .WithName("searchPublicAnswers").WithSummary("Articles that may answer a question, best first.");
        articles.MapGet("/articles", (string site, string? language, PublicArticles here, HttpContext context, CancellationToken ct) => here.ListAsync(site, language, context, ct))
            .WithName("listPublicArticles").WithSummary("Every article of a site in a language.");
        articles.MapGet("/articles/{article}", (string site, string article, string? language, PublicArticles here, HttpContext context, CancellationToken ct) => here.GetAsync(site, article, language, context, ct))
            .WithName("getPublicArticle").WithSummary("An article by its id or its name in an address; in another language where there is none in the one asked for.");
        articles.MapGet("/sections", (string site, string? language, PublicArticles here, HttpContext context, CancellationToken ct) => here.SectionsAsync(site, language, context, ct))
            .WithName("listPublicSections").WithSummary("The sections of a site's help centre that have articles in a language.");
    }

    async Task<Ok<Listing<PublicAnswer>>> SearchAsync(string key, string? q, string? language, int? limit, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        var most = limit is null or (>= 1 and <= MostFound) ? limit ?? 10 : throw RefusedException.Invalid("limit", $"This should be 1 to {MostFound}.");
        var hits = library.Search(new Sought(q ?? "", site.LanguageFor(language), site.Id) { Limit = most, ForAgents = false });
        return TypedResults.Ok(new Listing<PublicAnswer>([.. hits.Select(hit => PublicAnswer.Of(site, hit.Text, hit.Excerpt))]));
    }

    async Task<Ok<Listing<PublicAnswer>>> ListAsync(string key, string? language, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        return TypedResults.Ok(new Listing<PublicAnswer>([.. library.In(site.Id, site.LanguageFor(language)).Where(text => text.IsPublic).Select(text => PublicAnswer.Of(site, text, null))]));
    }

    async Task<Ok<PublicArticle>> GetAsync(string key, string article, string? language, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        var text = PublicReading.Find(library, site, article, site.LanguageFor(language)) ?? throw RefusedException.NotFound("article");
        return TypedResults.Ok(PublicArticle.Of(site, library, text, $"{context.Request.Scheme}://{context.Request.Host}"));
    }

    async Task<Ok<Listing<PublicSection>>> SectionsAsync(string key, string? language, HttpContext context, CancellationToken ct)
    {
        var (site, library) = await EnterAsync(key, context, ct);
        return TypedResults.Ok(new Listing<PublicSection>(PublicReading.Sections(library, site, site.LanguageFor(language))));
    }

    async Task<(Site Site, Library Library)> EnterAsync(string key, HttpContext context, CancellationToken ct)
    {
        if (_reads.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None) is { } wait)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = wait };
        }

        return (await sites.FindAsync(key, ct) ?? throw RefusedException.NotFound("site"), await knowledge.NowAsync(ct));
    }
}

/// <summary>An article that may answer.</summary>
/// <param name="Excerpt">The part that answers, as plain text; null in a list.</param>
/// <param name="Marks">Where in the excerpt what was sought stands.</param>
public sealed record PublicAnswer(Id Id, ArticleKind Kind, string Language, string Title, string Slug, string Url, Id? Section, string? Excerpt, IReadOnlyList<Mark>? Marks)
{
    internal static PublicAnswer Of(Site site, PublishedText text, Excerpt? excerpt) =>
        new(text.Article, text.Kind, text.Language, text.Content.Title, text.Slug ?? "", HelpAddress.Of(site, text.Language, text.Slug ?? ""), text.Section, excerpt?.Text, excerpt?.Marks);
}

/// <summary>A section with what is in it.</summary>
/// <param name="Articles">How many of them are published in this language, those of its own sections included.</param>
public sealed record PublicSection(Id Id, Id? Parent, string Name, string? Description, string Slug, int Articles);

/// <summary>An article for whoever shows it.</summary>
public sealed record PublicArticle
{
    public required Id Id { get; init; }
    public required ArticleKind Kind { get; init; }
    public required Audience Audience { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }

    /// <summary>Its name in addresses; where it differs from the one that was asked for, the article has moved.</summary>
    public required string Slug { get; init; }

    public required string Url { get; init; }

    /// <summary>The languages in which it can be read, this one too.</summary>
    public required IReadOnlyList<PublicLanguage> Languages { get; init; }

    public PublicSection? Section { get; init; }

    /// <summary>Safe to put on a page.</summary>
    public required string Html { get; init; }

    /// <summary>Of a guide.</summary>
    public required IReadOnlyList<PublicStep> Steps { get; init; }

    /// <summary>Of a form.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>What to tell whoever has filled in the form.</summary>
    public string? Thanks { get; init; }

    /// <summary>Where specialists find more.</summary>
    public string? Specialists { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    internal static PublicArticle Of(Site site, Library library, PublishedText text, string origin) => new()
    {
        Id = text.Article,
        Kind = text.Kind,
        Audience = text.Audience,
        Language = text.Language,
        Title = text.Content.Title,
        Slug = text.Slug ?? "",
        Url = HelpAddress.Of(site, text.Language, text.Slug ?? ""),
        Languages = [.. PublicReading.Languages(library, site, text.Article).Select(other => new PublicLanguage(other.Language, other.Slug ?? "", HelpAddress.Of(site, other.Language, other.Slug ?? "")))],
        Section = PublicReading.Sections(library, site, text.Language).Find(section => section.Id == text.Section),
        Html = ArticleHtml.Of(text.Content.Body, origin),
        Steps = [.. text.Content.Steps.Select(step => new PublicStep(step.Title, ArticleHtml.Of(step.Body, origin)))],
        Fields = text.Content.Fields,
        Thanks = text.Content.Thanks,
        Specialists = text.Specialists,
        PublishedAt = text.PublishedAt,
        ChangedAt = text.ChangedAt,
    };
}

public sealed record PublicLanguage(string Language, string Slug, string Url);

/// <param name="Html">Safe to put on a page.</param>
public sealed record PublicStep(string Title, string Html);
