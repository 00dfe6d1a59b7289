using Kanal.Centre;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Channels.WebChat;

namespace Kanal.Web.PublicApi;

/// <summary>
/// Lets browsers in from the pages that a site allows and from our own, and refuses others before anything is done.
/// Clients that are no browsers send no Origin and are bound by their tokens alone.
/// </summary>
sealed class Origins(RequestDelegate next, SiteDirectory sites, ConversationSites conversations)
{
    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length > 0 && context.Request.Path.StartsWithSegments("/public/v1", out var rest)
            ? LookAsync(context, origin, rest)
            : next(context);
    }

    async Task LookAsync(HttpContext context, string origin, PathString rest)
    {
        if (!IsOurs(context.Request, origin) && await SiteAsync(rest, context.RequestAborted) is { } site && !site.Allows(origin))
        {
            throw new RefusedException(Refusal.Forbidden, "origin-not-allowed", $"This site takes no requests from pages at {origin}. Its settings list where it may be embedded.");
        }

        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = "Retry-After, Content-Disposition";
            headers.Vary = "Origin";
            return Task.CompletedTask;
        });
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowMethods = "GET, POST";
            headers.AccessControlAllowHeaders = "authorization, content-type, last-event-id";
            headers.AccessControlMaxAge = "7200";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await next(context);
    }

    static bool IsOurs(HttpRequest request, string origin) => origin == $"{request.Scheme}://{request.Host}";

    async ValueTask<Site?> SiteAsync(PathString rest, CancellationToken ct)
    {
        var parts = (rest.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["sites", var key, ..] => await sites.FindAsync(key, ct),
            ["conversations", var text, ..] when Id.TryParse(text, null, out var id) => await conversations.FindAsync(id, ct),
            _ => null,
        };
    }
}
