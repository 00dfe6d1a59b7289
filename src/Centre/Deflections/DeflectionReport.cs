namespace Kanal.Centre.Deflections;

/// <summary>What answers have spared, between two times.</summary>
/// <param name="Matters">Of everything visitors read in that time.</param>
/// <param name="Articles">Most read first; an article that was read together with others counts with each of them.</param>
public sealed record DeflectionReport(DateTimeOffset From, DateTimeOffset To, DeflectionCounts Matters, IReadOnlyList<ArticleDeflection> Articles);

/// <param name="Deflected">Read, did not say that it did not help, and made no contact within 24 hours.</param>
/// <param name="Contacted">Came to us within 24 hours, on whatever matter.</param>
/// <param name="NotHelped">Said that it did not help, and did not come to us.</param>
/// <param name="Open">Less than 24 hours ago.</param>
public sealed record DeflectionCounts(long Deflected, long Contacted, long NotHelped, long Open);

/// <param name="Title">As it is now; null for one that is gone.</param>
/// <param name="Shown">How often it stood before a visitor as a possible answer, counted by whole days of UTC.</param>
/// <param name="Read">Visitors who opened it.</param>
/// <param name="Yes">Of those, said that it helped.</param>
/// <param name="No">Of those, said that it did not.</param>
public sealed record ArticleDeflection(Storage.Id Article, string Language, string? Title, long Shown, long Read, long Yes, long No, DeflectionCounts Matters);
