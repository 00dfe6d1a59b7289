using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>What was given to be brought in: uploaded, looked at, and forgotten again.</summary>
public sealed class ImportBook(Database database, ImportPlanning planning, ImportShelf shelf, SiteDirectory sites, IdSource ids, TimeProvider time)
{
    const int LongestName = 200;

    /// <summary>So long may nothing happen to one that runs before it counts as broken off.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    static readonly string[] _ends = [".zip", ".csv", ".tsv", ".md", ".markdown", ".html", ".htm"];

    /// <summary>Keeps what was given, and says what would become of it.</summary>
    public async Task<Import> AddAsync(NewImport given, Stream content, Caller caller, CancellationToken ct)
    {
        var name = Path.GetFileName(given.Name.Replace('\\', '/'));
        var faults = new Faults();
        name = faults.Line("name", name, LongestName);
        faults.AddIf(!_ends.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)), "name", "This should be a zip of Markdown or HTML, a CSV table, or one Markdown or HTML file.");
        var site = await sites.FindAsync(given.Site, ct);
        faults.AddIf(site is null, "site", "There is no such site.");
        faults.ThrowIfAny();
        var now = time.GetUtcNow();
        var id = ids.Next(now);
        await shelf.SaveAsync(id, content, ct);
        var row = new ImportRow { Id = id, SiteId = given.Site, Name = name, Language = given.Language ?? site?.Languages[0] ?? "", Mode = given.Mode, AgentId = caller.AgentId, Who = caller.Name, CreatedAt = now, TouchedAt = now };
        try
        {
            return await PlanAsync(row, ct);
        }
        catch
        {
            shelf.Remove(id);
            throw;
        }
    }

    /// <summary>Plans it anew, in another way.</summary>
    public async Task<Import> ChangeAsync(Id id, ImportSettings given, CancellationToken ct)
    {
        var row = await database.ReadAsync(sql => ImportRow.GetAsync(sql, id), ct);
        return row.State == ImportState.Planned ? await PlanAsync(row with { Mode = given.Mode, Language = given.Language ?? row.Language }, ct)
            : throw RefusedException.Conflict("not-planned", "This was carried out already. Upload it again to do it in another way.");
    }

    public Task<Import> FindAsync(Id id, CancellationToken ct) => database.ReadAsync(async sql => await Believed(await ImportRow.GetAsync(sql, id)).ToImportAsync(sql), ct);

    /// <summary>The latest first.</summary>
    /// <param name="before">Only those that are older than this one.</param>
    public Task<List<Import>> ListAsync(Id? before, int limit, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        List<Import> imports = [];
        foreach (var row in await sql.QueryAsync<ImportRow>($"select {ImportRow.Columns} from imports where id < @before order by id desc limit @limit", new { before = before ?? new Id(long.MaxValue), limit }))
        {
            imports.Add(await Believed(row).ToImportAsync(sql));
        }

        return imports;
    }, ct);

    /// <param name="outcome">Only these; null for all.</param>
    /// <param name="noted">Only those of which something was left out.</param>
    /// <param name="after">Only those with a higher number.</param>
    public Task<List<ImportItem>> ItemsAsync(Id id, ImportOutcome? outcome, bool noted, int after, int limit, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        await ImportRow.GetAsync(sql, id);
        var condition = $"{(outcome is null ? "" : " and outcome = @outcome")}{(noted ? " and notes <> '[]'" : "")}";
        return (await sql.QueryAsync<ItemRow>($"select {ItemRow.Columns} from import_items where import_id = @id and number > @after{condition} order by number limit @limit",
            new { id, outcome = outcome?.Text(), after, limit })).ConvertAll(row => row.ToItem());
    }, ct);

    /// <summary>Forgets one that nothing was done of.</summary>
    public async Task RemoveAsync(Id id, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var row = await ImportRow.GetAsync(sql, id);
            if (row.State != ImportState.Planned)
            {
                throw RefusedException.Conflict("not-planned", "This was carried out already, and is kept so that it can be taken back.");
            }

            await sql.ExecuteAsync("delete from import_items where import_id = @id", new { id });
            await sql.ExecuteAsync("delete from imports where id = @id", new { id });
        }, ct);
        shelf.Remove(id);
    }

    async Task<Import> PlanAsync(ImportRow row, CancellationToken ct)
    {
        var site = await sites.FindAsync(row.SiteId, ct) ?? throw RefusedException.NotFound("site");
        if (!site.Languages.Contains(row.Language))
        {
            throw RefusedException.Invalid("language", "The site does not speak this language; its settings list those that it does.");
        }

        var plan = await ReadAsync(row, site, ct);
        return await database.WriteAsync(async sql =>
        {
            var planned = row with { Total = plan.Total };
            await sql.ExecuteAsync("""
                insert into imports (id, site_id, name, language, mode, state, agent_id, who, total, done, created_at, touched_at)
                values (@Id, @SiteId, @Name, @Language, @mode, 'planned', @AgentId, @Who, @Total, 0, @CreatedAt, @now)
                on conflict (id) do update set mode = excluded.mode, language = excluded.language, total = excluded.total, touched_at = excluded.touched_at
                """, new { row.Id, row.SiteId, row.Name, row.Language, mode = row.Mode.Text(), row.AgentId, row.Who, plan.Total, row.CreatedAt, now = time.GetUtcNow() });
            await ImportNotes.PutAsync(sql, row.Id, plan);
            return await planned.ToImportAsync(sql);
        }, ct);
    }

    async Task<ImportPlan> ReadAsync(ImportRow row, Site site, CancellationToken ct)
    {
        try
        {
            await using var content = shelf.Open(row.Id);
            using var files = new SourceFiles(content, row.Name);
            return await planning.PlanAsync(files, row.Name, site, row.Language, row.Mode, ct);
        }
        catch (UnreadableException wrong)
        {
            throw new RefusedException(Refusal.Unprocessable, "unreadable", wrong.Sentence);
        }
    }

    // Its server was killed.
    ImportRow Believed(ImportRow row) => row.State == ImportState.Running && time.GetUtcNow() - row.TouchedAt > Patience ? row with { State = ImportState.BrokenOff, Trouble = "The server was stopped meanwhile." } : row;
}

/// <param name="Name">Of the file; its end says what it is.</param>
/// <param name="Language">Of what does not say its own; null for the site's first.</param>
public sealed record NewImport(Id Site, string Name, ImportMode Mode = ImportMode.Drafts, string? Language = null);

/// <param name="Language">Of what does not say its own; left out: as it is.</param>
public sealed record ImportSettings(ImportMode Mode, string? Language = null);
