using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kanal.Web.Hosting;

/// <summary>
/// The empty page that the desk writes a letter into. A frame made of text would have the desk's own policy; this one is
/// narrower (no script, no form, nothing fetched), and wider only where somebody asked for a letter's remote pictures.
/// </summary>
static class LetterPage
{
    const string Held = "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src blob: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    const string Shown = "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src blob: data: https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    static readonly byte[] Page = Encoding.UTF8.GetBytes("<!doctype html><html><head><meta charset=\"utf-8\"><title>Kanal</title></head><body></body></html>");

    public static void MapLetterPage(this IEndpointRouteBuilder app) =>
        app.MapGet("/desk/letter", (HttpContext context, string? pictures) => Empty(context, pictures == "shown")).ExcludeFromDescription();

    static FileContentHttpResult Empty(HttpContext context, bool shown)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = shown ? Shown : Held;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.CacheControl] = "public, max-age=3600";
        headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Bytes(Page, "text/html; charset=utf-8");
    }
}
