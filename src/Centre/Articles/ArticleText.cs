namespace Kanal.Centre.Articles;

/// <summary>How things stand with an article in one language.</summary>
public record TextSummary
{
    public required string Language { get; init; }

    /// <summary>Of the draft where there is one.</summary>
    public required string Title { get; init; }

    /// <summary>Its name in an address.</summary>
    public string? Slug { get; init; }

    /// <summary>Of a short answer.</summary>
    public string? Shortcut { get; init; }

    public required TextState State { get; init; }

    /// <summary>Something is written that is neither published nor scheduled.</summary>
    public required bool HasDraft { get; init; }

    /// <summary>The original has been published anew since this was translated from it.</summary>
    public required bool Stale { get; init; }

    /// <summary>The first time.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When the scheduled version will be.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public string? ChangedBy { get; init; }
}

/// <summary>An article in one language: what is written, what is published, what will be.</summary>
public sealed record ArticleText : TextSummary
{
    /// <summary>Grows with every change; give back the one that a change was made from.</summary>
    public required long Edition { get; init; }

    /// <summary>How many there are.</summary>
    public required int Versions { get; init; }

    public ArticleDraft? Draft { get; init; }

    public ArticleVersion? Published { get; init; }

    public ArticleVersion? Scheduled { get; init; }
}

/// <param name="TranslatedFrom">The version of the original that it translates.</param>
public sealed record ArticleDraft(ArticleContent Content, int? TranslatedFrom, DateTimeOffset SavedAt, string? SavedBy);

/// <summary>What was published or scheduled once; it never changes.</summary>
/// <param name="Number">1, 2, 3 ... within the article and language.</param>
/// <param name="TranslatedFrom">The version of the original that it translates.</param>
/// <param name="Author">The name as it was then.</param>
public sealed record ArticleVersion(int Number, string Title, ArticleContent Content, int? TranslatedFrom, string? Remark, string? Author, DateTimeOffset CreatedAt);
