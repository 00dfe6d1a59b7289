using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>What visitors sought and did not find, for the editors.</summary>
public sealed class SearchesInVain(Database database)
{
    /// <summary>For each site and language; what was sought least and longest ago makes room.</summary>
    public const int MostKept = 1_000;

    /// <summary>What nobody has sought for so long is forgotten.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>What was sought most first.</summary>
    /// <param name="language">All where it is null.</param>
    public Task<List<VainSearch>> TopAsync(Id site, string? language, int limit, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var rows = await sql.QueryAsync<Row>($"""
            select folded, words, language, times, last_at from searches_in_vain where site_id = @site{(language is null ? "" : " and language = @language")} order by times desc, last_at desc limit @limit
            """, new { site, language, limit });
        var steps = await VainSteps.ReadAsync(sql, site, language);
        return rows.ConvertAll(row => new VainSearch(row.Words, row.Language, row.Times, row.LastAt, AfterVainSearch.Of(row.Times, [.. steps[(row.Language, row.Folded)]])));
    }, ct);

    internal static async Task WriteAsync(Sql sql, IReadOnlyList<Counted> counts)
    {
        foreach (var sought in counts.Where(counted => counted is { Words: not null, Step: null }).GroupBy(counted => (counted.Site, counted.Language, Folded: Folding.Fold(counted.Words ?? ""))))
        {
            var at = sought.Max(counted => counted.At);
            await sql.ExecuteAsync("""
                insert into searches_in_vain (site_id, language, folded, words, times, first_at, last_at) values (@Site, @Language, @Folded, @words, @times, @at, @at)
                on conflict (site_id, language, folded) do update set times = searches_in_vain.times + excluded.times, last_at = excluded.last_at
                """, new { sought.Key.Site, sought.Key.Language, sought.Key.Folded, words = sought.First().Words, times = sought.Count(), at });
        }

        foreach (var (site, language) in counts.Where(counted => counted is { Words: not null, Step: null }).Select(counted => (counted.Site, counted.Language)).Distinct())
        {
            await sql.ExecuteAsync("delete from searches_in_vain where site_id = @site and language = @language and last_at < @before", new { site, language, before = counts[^1].At - KeptFor });
            await sql.ExecuteAsync("""
                delete from searches_in_vain where site_id = @site and language = @language and folded in (
                    select folded from searches_in_vain where site_id = @site and language = @language order by times desc, last_at desc limit @all offset @kept)
                """, new { site, language, all = int.MaxValue, kept = MostKept });
        }
    }

    sealed record Row
    {
        public string Folded { get; init; } = "";
        public string Words { get; init; } = "";
        public string Language { get; init; } = "";
        public long Times { get; init; }
        public DateTimeOffset LastAt { get; init; }
    }
}

/// <param name="Words">As somebody wrote them.</param>
/// <param name="Next">What those did then who sought it; adds up to the count.</param>
public sealed record VainSearch(string Words, string Language, long Count, DateTimeOffset LastAt, AfterVainSearch Next);
