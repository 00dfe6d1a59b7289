using Kanal.Centre.Articles;
using Kanal.Centre.Forms;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Web.HelpCentre;

namespace Kanal.Web.PublicApi;

/// <summary>An article that may answer.</summary>
/// <param name="Excerpt">The part that answers, as plain text; null in a list.</param>
/// <param name="Marks">Where in the excerpt what was sought stands.</param>
public sealed record PublicAnswer(Id Id, ArticleKind Kind, string Language, string Title, string Slug, string Url, Id? Section, string? Excerpt, IReadOnlyList<Mark>? Marks)
{
    internal static PublicAnswer Of(Site site, PublishedText text, Excerpt? excerpt)
    {
        // Found by its title alone, it says what it is about.
        var telling = excerpt?.Text == text.Content.Title ? new Excerpt(LinkedData.Summary(text), []) : excerpt;
        return new PublicAnswer(text.Article, text.Kind, text.Language, text.Content.Title, text.Slug ?? "", HelpAddress.Of(site, text.Language, text.Slug ?? ""), text.Section, telling?.Text, telling?.Marks);
    }
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
