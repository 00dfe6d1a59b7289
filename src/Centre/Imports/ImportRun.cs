using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>Carries an import out, article by article. What can't be taken is noted and leaves the rest alone; broken off and said again, it goes on.</summary>
public sealed class ImportRun(Database database, ImportPlanning planning, ImportWriting writing, SurroundingsWriting surroundings, ImportShelf shelf, SiteDirectory sites)
{
    const int MostNoted = 200;

    /// <param name="tell">Called now and then, when something is done.</param>
    internal async Task GoAsync(ImportRow import, Caller caller, Action tell, CancellationToken ct)
    {
        var site = await sites.FindAsync(import.SiteId, ct) ?? throw RefusedException.NotFound("site");
        await using var content = shelf.Open(import.Id);
        using var files = new SourceFiles(content, import.Name);
        var plan = await planning.PlanAsync(files, import.Name, site, import.Language, import.Mode, ct);
        await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("delete from import_items where import_id = @Id and edition is null", import);
            await sql.ExecuteAsync("update imports set total = @Total, done = 0 where id = @Id", new { import.Id, plan.Total });
            foreach (var fault in plan.Refused)
            {
                await ImportNotes.AddAsync(sql, import.Id, ImportNotes.Of(fault));
            }
        }, ct);
        await surroundings.WriteAsync(import.Id, plan, site, ct);
        tell();
        await WriteAsync(import, plan, files, caller, tell, ct);
    }

    async Task WriteAsync(ImportRow import, ImportPlan plan, SourceFiles files, Caller caller, Action tell, CancellationToken ct)
    {
        List<PlannedArticle> unchanged = [];
        foreach (var article in plan.Articles)
        {
            ct.ThrowIfCancellationRequested();
            if (!article.Wanted.Any() || !await TryAsync(import, article, files, caller, ct))
            {
                unchanged.Add(article);
            }

            if (unchanged.Count >= MostNoted)
            {
                await NoteAsync(import.Id, unchanged, ct);
            }

            tell();
        }

        await NoteAsync(import.Id, unchanged, ct);
    }

    async Task<bool> TryAsync(ImportRow import, PlannedArticle article, SourceFiles files, Caller caller, CancellationToken ct)
    {
        try
        {
            if (article.Section is { Id: null } section)
            {
                throw RefusedException.Conflict("no-section", $"The section \"{section.Path}\" could not be made.");
            }

            await writing.WriteAsync(import.Id, article, files, import.Mode, caller, ct);
            return true;
        }
        catch (RefusedException refused)
        {
            foreach (var text in article.Wanted.ToList())
            {
                text.Fault(refused.Sentence);
            }

            return false;
        }
    }

    async Task NoteAsync(Id import, List<PlannedArticle> articles, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            foreach (var article in articles)
            {
                await ImportNotes.AddAsync(sql, import, article, article.Existing?.Id ?? default, []);
            }

            await writing.CountAsync(sql, import, articles.Count);
        }, ct);
        articles.Clear();
    }
}
