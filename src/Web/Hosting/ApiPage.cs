namespace Kanal.Web.Hosting;

/// <summary>A page to read and try the API, at /api. All of it is served from here, and its policy lets it ask nobody else.</summary>
static class ApiPage
{
    const string Prefix = "/api";

    // Swagger UI draws with styles of its own and pictures inside them; scripts come as files alone.
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseApiPage(this WebApplication app) => app.UseWhen(context => IsPart(context.Request.Path), page =>
    {
        page.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        page.UseSwaggerUI(options =>
        {
            options.RoutePrefix = Prefix[1..];
            options.DocumentTitle = "Kanal API";
            options.SwaggerEndpoint("/openapi/v1.json", "Kanal");
            // There is one document, and the page is ours; what is left of the bar changes between light and dark.
            options.HeadContent = "<style>.swagger-ui .topbar .link, .swagger-ui .topbar .download-url-wrapper { visibility: hidden }</style>";
            options.EnableDeepLinking();
            options.DefaultModelsExpandDepth(-1);
        });
    });

    // The calls of the API themselves begin with a version and never come by here.
    static bool IsPart(PathString path) => path == Prefix || (path.StartsWithSegments(Prefix, out var rest) && rest.Value?.IndexOf('/', 1) < 0);
}
