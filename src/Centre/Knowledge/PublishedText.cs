using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>An article in one language as it is published now.</summary>
public sealed record PublishedText
{
    public required Id Article { get; init; }

    /// <summary>The only site it is for; null for all.</summary>
    public Id? Site { get; init; }

    public required ArticleKind Kind { get; init; }

    public required Audience Audience { get; init; }

    public Id? Section { get; init; }

    public required int Position { get; init; }

    public string? Specialists { get; init; }

    public required string Language { get; init; }

    public string? Slug { get; init; }

    public string? Shortcut { get; init; }

    /// <summary>Of the version.</summary>
    public required int Number { get; init; }

    public required ArticleContent Content { get; init; }

    /// <summary>The first time.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When this version was.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether strangers may read it.</summary>
    public bool IsPublic => Audience != Audience.Agents && Slug is not null;

    internal bool IsFor(Id? site) => site is null || Site is null || Site == site;

    internal Findable ToFindable() => new(Article, Language, Content.Title)
    {
        Site = Site,
        Questions = Content.Questions,
        Keywords = Shortcut is null ? Content.Keywords : [Shortcut, .. Content.Keywords],
        Body = Body(),
        ForAgents = !IsPublic,
    };

    // A short answer's body is no Markdown.
    string Body() => Kind == ArticleKind.ShortAnswer ? Content.Body : string.Join('\n', new[] { ArticlePlain.Of(Content.Body, links: false) }
        .Concat(Content.Steps.Select(step => $"{step.Title}\n{ArticlePlain.Of(step.Body, links: false)}"))
        .Concat(Content.Fields.Select(field => field.Label))
        .Where(part => part.Length > 0));
}
