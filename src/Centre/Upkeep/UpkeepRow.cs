using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;
using Kanal.Decisions.Measures;

namespace Kanal.Centre.Upkeep;

/// <summary>A published text with what is known of its use.</summary>
sealed record UpkeepRow
{
    public Id ArticleId { get; init; }
    public string Language { get; init; } = "";
    public string Title { get; init; } = "";
    public ArticleKind Kind { get; init; }
    public string Original { get; init; } = "";
    public DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public int? TranslatedFrom { get; init; }
    public int? OriginalPublished { get; init; }
    public DateTimeOffset? OriginalChangedAt { get; init; }
    public double? Rank { get; init; }
    public long? Views { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
    public DateTimeOffset? ShownAt { get; init; }

    public (Id, string) Key => (ArticleId, Language);

    public bool IsReadSince(DateTimeOffset since) => ReadAt >= since;

    public bool IsUsedSince(DateTimeOffset since) => IsReadSince(since) || ShownAt >= since;

    public DisputedArticle ToDisputed(long no, long yes, IReadOnlyList<string> comments) => new(ArticleId, Language, Title, no, yes, Math.Round(Share.AtLeast(no, no + yes), 4), comments);

    public UnusedArticle ToUnused() => new(ArticleId, Language, Title, Kind, PublishedAt, ReadAt, Views ?? 0);

    public OldArticle ToOld(DateTimeOffset now) => new(ArticleId, Language, Title, ChangedAt, ReadAt ?? now, Math.Round(Rank is { } rank ? SoughtRank.Score(rank, now) : 0, 1));

    public StaleArticle ToStale() => new(ArticleId, Language, Title, Original, OriginalChangedAt ?? ChangedAt);

    public ExpiringArticle ToExpiring() => new(ArticleId, Language, Title, ExpiresAt ?? ChangedAt);
}
