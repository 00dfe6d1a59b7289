using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Kanal.Web.Hosting;

/// <summary>The browser's side: the desk under /desk, the widget under /widget.</summary>
static class Assets
{
    const string DeskPolicy = "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    // Only these folders are looked into, so that no call of the API asks the disk for a file.
    static readonly string[] Parts = ["desk", "widget"];

    public static void UseAssets(this WebApplication app, string startPage)
    {
        app.MapGet("/", () => TypedResults.Redirect(startPage)).ExcludeFromDescription();
        if (Folder() is not { } folder)
        {
            return;
        }

        var files = new PhysicalFileProvider(folder);
        foreach (var part in Parts.Where(part => Directory.Exists(Path.Combine(folder, part))))
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(folder, part)), RequestPath = "/" + part, OnPrepareResponse = Prepare });
        }

        app.MapLetterPage();
        app.MapGet("/desk/{**path:nonfile}", (HttpContext context) => DeskPage(files, context)).ExcludeFromDescription();
    }

    // Published, the files stand beside the program; in a work tree they are where the build puts them.
    public static string? Folder()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(published))
        {
            return published;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "web", "dist")))
            {
                return Path.Combine(folder.FullName, "web", "dist");
            }
        }

        return null;
    }

    // A page of the desk is the same page whatever its address; a missing file is a missing file.
    static IResult DeskPage(PhysicalFileProvider files, HttpContext context)
    {
        var page = files.GetFileInfo("desk/index.html");
        if (!page.Exists)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = DeskPolicy;
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.PhysicalFile(page.PhysicalPath ?? "", "text/html; charset=utf-8");
    }

    static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        var path = file.Context.Request.Path.Value ?? "";
        headers.XContentTypeOptions = "nosniff";
        if (path.StartsWith("/widget/", StringComparison.Ordinal))
        {
            headers.AccessControlAllowOrigin = "*";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }

        headers.CacheControl = IsHashed(file.File.Name) ? "public, max-age=31536000, immutable" : path == "/widget/kanal.js" ? "public, max-age=300" : "no-cache";
    }

    // The build's names: a dash, eight characters that tell the content, the extension.
    static bool IsHashed(string name) => name.LastIndexOf('.') is > 9 and var dot && name[dot - 9] == '-';
}
