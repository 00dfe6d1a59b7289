using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>An article as the tables have it.</summary>
sealed record ArticleRow
{
    public const string Columns = "id, site_id, kind, section_id, audience, position, specialists, original, created_at, version";

    public Id Id { get; init; }
    public Id? SiteId { get; init; }
    public ArticleKind Kind { get; init; }
    public Id? SectionId { get; init; }
    public Audience Audience { get; init; }
    public int Position { get; init; }
    public string? Specialists { get; init; }
    public string Original { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public long Version { get; init; }

    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<ArticleRow> GetAsync(Sql sql, Id id) =>
        await sql.FirstAsync<ArticleRow>($"select {Columns} from articles where id = @id", new { id }) ?? throw RefusedException.NotFound("article");

    /// <summary>With every text, draft and version that matters now.</summary>
    public static async Task<Article> ReadAsync(Sql sql, Id id)
    {
        var row = await GetAsync(sql, id);
        var texts = await sql.QueryAsync<TextRow>($"select {TextRow.Columns} from {TextRow.From} where t.article_id = @id order by t.language", new { id });
        List<ArticleText> read = [];
        foreach (var text in texts.OrderBy(text => text.Language != row.Original))
        {
            read.Add(await TextAsync(sql, text));
        }

        return new Article
        {
            Id = row.Id,
            Site = row.SiteId,
            Kind = row.Kind,
            Section = row.SectionId,
            Audience = row.Audience,
            Position = row.Position,
            Specialists = row.Specialists,
            Original = row.Original,
            CreatedAt = row.CreatedAt,
            Version = row.Version,
            Texts = read,
        };
    }

    public static async Task<ArticleText> TextAsync(Sql sql, TextRow text)
    {
        var draft = await sql.FirstAsync<string>("select content from article_drafts where article_id = @ArticleId and language = @Language", text);
        var versions = (await sql.QueryAsync<VersionRow>($"""
            select {VersionRow.Columns} from article_versions where article_id = @ArticleId and language = @Language and number in (@published, @scheduled)
            """, new { text.ArticleId, text.Language, published = text.Published ?? 0, scheduled = text.Scheduled ?? 0 })).ToDictionary(version => version.Number);
        return text.ToText(Json.To<ArticleContent>(draft), number => versions.GetValueOrDefault(number)?.ToVersion());
    }
}
