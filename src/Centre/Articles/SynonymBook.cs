using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Words that mean the same to those who search.</summary>
public sealed class SynonymBook(Database database, ArticleChanges changes, IdSource ids)
{
    const int Most = 1_000;
    const int MostWords = 20;
    const int LongestWord = 60;

    public Task<List<SynonymGroup>> ListAsync(Id? site, CancellationToken ct) => database.ReadAsync(async sql =>
        (await AllAsync(sql)).FindAll(group => site is null || group.Site is null || group.Site == site), ct);

    internal static async Task<List<SynonymGroup>> AllAsync(Sql sql) =>
        (await sql.QueryAsync<Row>("select id, site_id, language, words from synonyms order by id")).ConvertAll(row => row.ToGroup());

    public async Task<SynonymGroup> AddAsync(SynonymRequest request, CancellationToken ct)
    {
        var id = ids.Next();
        var group = await database.WriteAsync(sql => InsertAsync(sql, id, request), ct);
        await changes.AnnounceAsync("synonyms");
        return group;
    }

    public async Task<SynonymGroup> ChangeAsync(Id id, SynonymRequest request, CancellationToken ct)
    {
        var group = Read(id, request);
        await database.WriteAsync(async sql =>
        {
            await CheckAsync(sql, group);
            var changed = await sql.ChangesOneAsync("update synonyms set site_id = @Site, language = @Language, words = @words where id = @Id", new { group.Id, group.Site, group.Language, words = Json.From(group.Words) });
            return changed ? true : throw RefusedException.NotFound("group of synonyms");
        }, ct);
        await changes.AnnounceAsync("synonyms");
        return group;
    }

    public async Task RemoveAsync(Id id, CancellationToken ct)
    {
        if (!await database.WriteAsync(sql => sql.ChangesOneAsync("delete from synonyms where id = @id", new { id }), ct))
        {
            throw RefusedException.NotFound("group of synonyms");
        }

        await changes.AnnounceAsync("synonyms");
    }

    /// <summary>Within a transaction of the caller's, who announces it.</summary>
    internal static async Task<SynonymGroup> InsertAsync(Sql sql, Id id, SynonymRequest request)
    {
        var group = Read(id, request);
        await CheckAsync(sql, group);
        await sql.ExecuteAsync("insert into synonyms (id, site_id, language, words) values (@Id, @Site, @Language, @words)", new { group.Id, group.Site, group.Language, words = Json.From(group.Words) });
        return group;
    }

    static SynonymGroup Read(Id id, SynonymRequest request)
    {
        var faults = new Faults();
        faults.AddIf(request.Language is not null && !LanguageTag.IsWellFormed(request.Language), "language", "This should be a language tag such as \"da\".");
        var words = request.Words.Select(word => faults.OptionalLine("words", word, LongestWord)).OfType<string>().DistinctBy(Folding.Fold).ToList();
        faults.AddIf(words.Count is < 2 or > MostWords, "words", $"There should be 2 to {MostWords} different words.");
        faults.AddIf(words.Exists(word => !Word.In(word).Any()), "words", "There is no word in one of these.");
        faults.ThrowIfAny();
        return new SynonymGroup(id, request.Site, request.Language, words);
    }

    static async Task CheckAsync(Sql sql, SynonymGroup group)
    {
        var faults = new Faults();
        faults.AddIf(group.Site is { } site && await sql.FirstAsync<long>("select count(*) from sites where id = @site", new { site }) == 0, "site", "There is no such site.");
        faults.AddIf(await sql.FirstAsync<long>("select count(*) from synonyms where id <> @Id", group) >= Most, "words", $"There are {Most} groups already; each makes every search slower.");
        faults.ThrowIfAny();
    }

    sealed record Row
    {
        public Id Id { get; init; }
        public Id? SiteId { get; init; }
        public string? Language { get; init; }
        public string Words { get; init; } = "";

        public SynonymGroup ToGroup() => new(Id, SiteId, Language, Json.To<List<string>>(Words) ?? []);
    }
}

/// <summary>Words that mean the same.</summary>
/// <param name="Site">The only site where they do; null for all.</param>
/// <param name="Language">The only language in which they do; null for all.</param>
public sealed record SynonymGroup(Id Id, Id? Site, string? Language, IReadOnlyList<string> Words);

/// <param name="Words">2 to 20.</param>
public sealed record SynonymRequest(IReadOnlyList<string> Words, Id? Site = null, string? Language = null);
