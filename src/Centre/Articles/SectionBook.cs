using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>The sections of the help centres.</summary>
public sealed class SectionBook(Database database, ArticleChanges changes, IdSource ids)
{
    /// <param name="site">All where it is null.</param>
    public Task<List<Section>> ListAsync(Id? site, CancellationToken ct) => database.ReadAsync(async sql =>
        (await SectionRow.AllAsync(sql)).FindAll(section => site is null || section.Site == site), ct);

    public async Task<Section> AddAsync(SectionRequest request, CancellationToken ct)
    {
        var id = ids.Next();
        var added = await database.WriteAsync(sql => InsertAsync(sql, id, request), ct);
        await changes.AnnounceAsync("sections");
        return added;
    }

    public async Task<Section> ChangeAsync(Id id, SectionRequest request, CancellationToken ct)
    {
        var changed = await database.WriteAsync(async sql =>
        {
            var before = (await SectionRow.AllAsync(sql)).Find(section => section.Id == id) ?? throw RefusedException.NotFound("section");
            var section = await SectionCheck.ReadAsync(sql, id, request, before);
            var won = (request.Version ?? before.Version) == before.Version && await sql.ChangesOneAsync(
                "update sections set parent_id = @Parent, position = @Position, texts = @texts, version = version + 1 where id = @Id and version = @version",
                new { section.Id, section.Parent, section.Position, texts = Json.From(section.Texts), version = before.Version });
            return won ? section with { Version = before.Version + 1, Articles = before.Articles }
                : throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this section meanwhile. Look at what it is now, then change it again.");
        }, ct);
        await changes.AnnounceAsync("sections");
        return changed;
    }

    public async Task RemoveAsync(Id id, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var sections = await SectionRow.AllAsync(sql);
            var section = sections.Find(section => section.Id == id) ?? throw RefusedException.NotFound("section");
            if (section.Articles > 0 || sections.Exists(other => other.Parent == id))
            {
                throw RefusedException.Conflict("in-use", "There are articles or sections in this section. Move them first.");
            }

            await sql.ExecuteAsync("delete from sections where id = @id", new { id });
        }, ct);
        await changes.AnnounceAsync("sections");
    }

    /// <summary>Within a transaction of the caller's, who announces it.</summary>
    internal static async Task<Section> InsertAsync(Sql sql, Id id, SectionRequest request)
    {
        var section = await SectionCheck.ReadAsync(sql, id, request, null);
        await sql.ExecuteAsync("insert into sections (id, site_id, parent_id, position, texts, version) values (@Id, @Site, @Parent, @Position, @texts, 1)",
            new { section.Id, section.Site, section.Parent, section.Position, texts = Json.From(section.Texts) });
        return section;
    }
}
