using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>An article's text as the tables have it, with what its draft and its original add.</summary>
sealed record TextRow
{
    public const string Columns = """
        t.article_id, t.language, t.site_id, t.slug, t.shortcut, t.title, t.edition, t.versions, t.published, t.published_at, t.changed_at, t.scheduled, t.publish_at,
        t.expires_at, t.expired, t.translated_from, t.touched_at, t.touched_by, d.saved_at, d.author, o.published as original_published
        """;

    public const string From = """
        article_texts t join articles a on a.id = t.article_id
        left join article_drafts d on d.article_id = t.article_id and d.language = t.language
        left join article_texts o on o.article_id = t.article_id and o.language = a.original and o.language <> t.language
        """;

    public Id ArticleId { get; init; }
    public string Language { get; init; } = "";
    public Id? SiteId { get; init; }
    public string? Slug { get; init; }
    public string? Shortcut { get; init; }
    public string Title { get; init; } = "";
    public long Edition { get; init; }
    public int Versions { get; init; }
    public int? Published { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? ChangedAt { get; init; }
    public int? Scheduled { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public bool Expired { get; init; }
    public int? TranslatedFrom { get; init; }
    public DateTimeOffset TouchedAt { get; init; }
    public string? TouchedBy { get; init; }
    public DateTimeOffset? SavedAt { get; init; }
    public string? Author { get; init; }
    public int? OriginalPublished { get; init; }

    public static Task<TextRow?> FindAsync(Sql sql, Id article, string language) =>
        sql.FirstAsync<TextRow>($"select {Columns} from {From} where t.article_id = @article and t.language = @language", new { article, language });

    public TextState State => Published is not null ? TextState.Published : Scheduled is not null ? TextState.Scheduled : Expired ? TextState.Expired : TextState.Draft;

    public TextSummary ToSummary() => new()
    {
        Language = Language,
        Title = Title,
        Slug = Slug,
        Shortcut = Shortcut,
        State = State,
        HasDraft = SavedAt is not null,
        Stale = OriginalPublished > (TranslatedFrom ?? 0),
        PublishedAt = PublishedAt,
        PublishAt = PublishAt,
        ExpiresAt = ExpiresAt,
        ChangedAt = TouchedAt,
        ChangedBy = TouchedBy,
    };

    public ArticleText ToText(ArticleContent? draft, Func<int, ArticleVersion?> version) => new()
    {
        Language = Language,
        Title = Title,
        Slug = Slug,
        Shortcut = Shortcut,
        State = State,
        HasDraft = SavedAt is not null,
        Stale = OriginalPublished > (TranslatedFrom ?? 0),
        PublishedAt = PublishedAt,
        PublishAt = PublishAt,
        ExpiresAt = ExpiresAt,
        ChangedAt = TouchedAt,
        ChangedBy = TouchedBy,
        Edition = Edition,
        Versions = Versions,
        Draft = draft is not null && SavedAt is { } saved ? new ArticleDraft(draft, TranslatedFrom, saved, Author) : null,
        Published = Published is { } published ? version(published) : null,
        Scheduled = Scheduled is { } scheduled ? version(scheduled) : null,
    };
}
