using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>A section as the table has it.</summary>
sealed record SectionRow
{
    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public Id? ParentId { get; init; }
    public int Position { get; init; }
    public string Texts { get; init; } = "";
    public long Version { get; init; }
    public int Articles { get; init; }

    /// <summary>In their order.</summary>
    public static async Task<List<Section>> AllAsync(Sql sql) => (await sql.QueryAsync<SectionRow>("""
        select s.id, s.site_id, s.parent_id, s.position, s.texts, s.version, (select count(*) from articles a where a.section_id = s.id) as articles
        from sections s order by s.position, s.id
        """)).ConvertAll(row => new Section
    {
        Id = row.Id,
        Site = row.SiteId,
        Parent = row.ParentId,
        Position = row.Position,
        Texts = Json.To<Dictionary<string, SectionText>>(row.Texts) ?? [],
        Version = row.Version,
        Articles = row.Articles,
    });
}
