using System.Text.Encodings.Web;
using Kanal.Centre;
using Kanal.Centre.Sites;

namespace Kanal.Web.Hosting;

/// <summary>A bare page with a site's widget, to try it beside the desk.</summary>
static class TestVisitor
{
    public static void MapTestVisitor(this IEndpointRouteBuilder app) => app.MapGet("/test-visitor", PageAsync).ExcludeFromDescription();

    static async Task<IResult> PageAsync(string site, bool? preview, string? lang, SiteDirectory sites, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        var (key, name) = (HtmlEncoder.Default.Encode(here.Key), HtmlEncoder.Default.Encode(here.Name));
        var language = HtmlEncoder.Default.Encode(here.LanguageFor(lang));
        return TypedResults.Content($$"""
            <!doctype html>
            <html lang="{{language}}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{{name}}</title>
              <style>body { font: 1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 40rem; padding: 0 1rem; color: #233; background: #f6f8f9 } @media (prefers-color-scheme: dark) { body { color: #dde; background: #15191c } }</style>
              <script async src="/widget/kanal.js" data-site="{{key}}"{{(preview == true ? " data-preview" : "")}}></script>
            </head>
            <body><main><h1>{{name}}</h1></main></body>
            </html>
            """, "text/html; charset=utf-8");
    }
}
