using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Upkeep;

/// <summary>Articles of a site that need an editor, and why. Texts for agents alone and short answers are left out: nothing is counted of them.</summary>
/// <param name="Published">Texts that are published for the public: what every list below is drawn from.</param>
/// <param name="Answered">Of those, how many have a reader's yes or no in the last <see cref="UpkeepTimes.VotesFor"/>.</param>
/// <param name="Read">Of those, how many were read in the last <see cref="UpkeepTimes.ReadLately"/>.</param>
/// <param name="Translations">Of those, how many are translations.</param>
/// <param name="SaidNo">Most surely unhelpful first: by the least that the share of no may be with 95 % confidence.</param>
/// <param name="Unused">Published and neither read nor shown by an agent for <see cref="UpkeepTimes.UnusedAfter"/>; longest published first.</param>
/// <param name="Old">As it was published <see cref="UpkeepTimes.OldAfter"/> ago or earlier, and still read; most read first.</param>
/// <param name="Stale">Translations of an original that has changed; longest behind first.</param>
/// <param name="Expiring">Whose time is over within <see cref="UpkeepTimes.Soon"/>; the next first.</param>
/// <param name="LostLinks">With links to articles, sections and files of ours that are not there for the public.</param>
public sealed record UpkeepReport(
    long Published, long Answered, long Read, long Translations,
    IReadOnlyList<DisputedArticle> SaidNo, IReadOnlyList<UnusedArticle> Unused, IReadOnlyList<OldArticle> Old,
    IReadOnlyList<StaleArticle> Stale, IReadOnlyList<ExpiringArticle> Expiring, IReadOnlyList<LosingArticle> LostLinks);

/// <summary>From when on an article needs an editor.</summary>
public static class UpkeepTimes
{
    public static readonly TimeSpan VotesFor = TimeSpan.FromDays(90);
    public static readonly TimeSpan UnusedAfter = TimeSpan.FromDays(60);
    public static readonly TimeSpan OldAfter = TimeSpan.FromDays(365);
    public static readonly TimeSpan ReadLately = TimeSpan.FromDays(90);
    public static readonly TimeSpan Soon = TimeSpan.FromDays(14);
}

/// <param name="No">Of the version that is published now.</param>
/// <param name="AtLeast">The least that the share of no may be, from 0 to 1.</param>
/// <param name="Comments">What those said who said no, the latest first.</param>
public sealed record DisputedArticle(Id Id, string Language, string Title, long No, long Yes, double AtLeast, IReadOnlyList<string> Comments);

/// <param name="ReadAt">When it was read last; null for never.</param>
public sealed record UnusedArticle(Id Id, string Language, string Title, ArticleKind Kind, DateTimeOffset PublishedAt, DateTimeOffset? ReadAt, long Views);

/// <param name="Lately">How often it is read, where what was 14 days ago counts half.</param>
public sealed record OldArticle(Id Id, string Language, string Title, DateTimeOffset ChangedAt, DateTimeOffset ReadAt, double Lately);

/// <param name="Since">When the original was published anew.</param>
public sealed record StaleArticle(Id Id, string Language, string Title, string Original, DateTimeOffset Since);

public sealed record ExpiringArticle(Id Id, string Language, string Title, DateTimeOffset ExpiresAt);

/// <param name="Links">As they stand in the text.</param>
public sealed record LosingArticle(Id Id, string Language, string Title, IReadOnlyList<string> Links);
