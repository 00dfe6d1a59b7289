namespace Kanal.Web.Demo.Pages;

/// <summary>
/// A content security policy as strict as any site's that embeds the widget: scripts, styles and connections from the server
/// of the widget, and pictures that a visitor pastes (blob, data). Nothing inline, nothing from anybody else.
/// </summary>
static class PageHeaders
{
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static ValueTask<object?> SetAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var headers = invocation.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        return next(invocation);
    }
}
