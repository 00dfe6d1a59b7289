using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Exports;
using Kanal.Centre.Imports;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kanal.Web.Api;

/// <summary>The knowledge base out of the house and into it.</summary>
static class ImportsEndpoints
{
    public static RouteGroupBuilder MapImports(this RouteGroupBuilder api)
    {
        api.MapGet("/articles/export", ExportAsync).WithTags("Articles").WithName("exportArticles").Produces(200, contentType: "application/zip").RequireAuthorization(Policies.Supervisor)
            .WithSummary("Everything as a zip of Markdown that an import takes back without loss: sections, articles of all kinds in all languages and versions, pictures, synonyms. With site, one site and what is for all.");
        var imports = api.MapGroup("/imports").WithTags("Articles").RequireAuthorization(Policies.Supervisor);
        imports.MapPost("", AddAsync).WithName("addImport").Accepts<Stream>("application/octet-stream").WithMetadata(new RequestSizeLimitAttribute(ImportLimits.LargestUpload))
            .WithSummary("Takes a file (a zip of Markdown or HTML, a CSV table, one page) as the whole body and says what would become of it; nothing is changed. Mode is drafts (unless said otherwise), publish or restore.");
        imports.MapGet("", ListAsync).WithName("listImports").WithSummary("Imports, the latest first.");
        imports.MapGet("/{id}", GetAsync).WithName("getImport").WithSummary("An import, with how far it is.");
        imports.MapPut("/{id}", ChangeAsync).WithName("changeImport").WithSummary("Plans an import that was not carried out yet in another way.");
        imports.MapDelete("/{id}", RemoveAsync).WithName("removeImport").WithSummary("Forgets an import that was not carried out.");
        imports.MapGet("/{id}/items", ItemsAsync).WithName("listImportItems").WithSummary("What becomes, or became, of each text, section and file; outcome is new, changed, same, refused, undone or kept.");
        imports.MapPost("/{id}/start", StartAsync).WithName("startImport").WithSummary("Carries an import out, or goes on with one that was broken off. Said again after it is done it is refused.");
        imports.MapPost("/{id}/stop", StopAsync).WithName("stopImport").WithSummary("Breaks an import off after the article that it is at; what is done stays.");
        imports.MapPost("/{id}/undo", UndoAsync).WithName("undoImport").WithSummary("Takes an import back, but for what somebody has changed since.");
        return api;
    }

    // Written to disk first: what goes wrong is told in a sentence and not by a zip that ends in the middle, and a slow reader holds nothing up.
    static async Task<FileStreamHttpResult> ExportAsync(Id? site, ArticleExport export, TimeProvider time, CancellationToken ct)
    {
        var zip = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await export.WriteAsync(zip, site, ct);
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }

        zip.Position = 0;
        return TypedResults.Stream(zip, "application/zip", $"kanal-{time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip");
    }

    static async Task<Created<Import>> AddAsync(Id site, string name, string? language, string? mode, HttpRequest request, SignedIn caller, ImportBook imports, CancellationToken ct)
    {
        var given = new NewImport(site, name, Choice.Of<ImportMode>("mode", mode) ?? ImportMode.Drafts, language);
        var import = await imports.AddAsync(given, request.Body, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/imports/{import.Id}", import);
    }

    static async Task<Ok<Listing<Import>>> ListAsync(int? limit, Id? cursor, ImportBook imports, CancellationToken ct)
    {
        var most = Paging.Limit(limit, usual: 20);
        return TypedResults.Ok(Paging.Page(await imports.ListAsync(cursor, most + 1, ct), most, import => import.Id.ToString()));
    }

    static async Task<Ok<Import>> GetAsync(Id id, ImportBook imports, CancellationToken ct) => TypedResults.Ok(await imports.FindAsync(id, ct));

    static async Task<Ok<Import>> ChangeAsync(Id id, ImportSettings request, ImportBook imports, CancellationToken ct) => TypedResults.Ok(await imports.ChangeAsync(id, request, ct));

    static async Task<NoContent> RemoveAsync(Id id, ImportBook imports, CancellationToken ct)
    {
        await imports.RemoveAsync(id, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Listing<ImportItem>>> ItemsAsync(Id id, string? outcome, bool? noted, int? limit, string? cursor, ImportBook imports, CancellationToken ct)
    {
        var most = Paging.Limit(limit);
        var items = await imports.ItemsAsync(id, Choice.Of<ImportOutcome>("outcome", outcome), noted == true, Paging.Skip(cursor), most + 1, ct);
        return TypedResults.Ok(Paging.Page(items, most, last => last.Number.ToString(CultureInfo.InvariantCulture)));
    }

    static async Task<Accepted<Import>> StartAsync(Id id, SignedIn caller, ImportRuns runs, ImportBook imports, TimeProvider time, CancellationToken ct)
    {
        await runs.StartAsync(id, caller.Caller, time.GetUtcNow(), ct);
        return TypedResults.Accepted($"/api/v1/imports/{id}", await imports.FindAsync(id, ct));
    }

    static async Task<Ok<Import>> StopAsync(Id id, ImportRuns runs, ImportBook imports, CancellationToken ct)
    {
        await runs.StopAsync(id);
        return TypedResults.Ok(await imports.FindAsync(id, ct));
    }

    static async Task<Ok<Import>> UndoAsync(Id id, SignedIn caller, ImportUndo undo, CancellationToken ct) => TypedResults.Ok(await undo.UndoAsync(id, caller.Caller, ct));
}
