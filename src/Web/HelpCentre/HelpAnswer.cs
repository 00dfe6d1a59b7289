using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kanal.Web.HelpCentre.Look;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Kanal.Web.HelpCentre;

/// <summary>A page as it is sent: rendered on the server, with a policy under which nothing runs but our own files, and a tag by which browsers know what they have.</summary>
sealed class HelpAnswer<TPage>(HelpView view, Dictionary<string, object?> parameters) : IResult where TPage : IComponent
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Whether it is the same for everybody who asks within a minute.</summary>
    public bool Lasts { get; init; } = true;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var page = Encoding.UTF8.GetBytes(await RenderAsync(httpContext.RequestServices));
        var (request, response) = (httpContext.Request, httpContext.Response);
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy();
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.ContentLanguage = view.Language;
        headers.CacheControl = Lasts ? "public, max-age=60" : "no-store";
        if (Lasts && Status == StatusCodes.Status200OK)
        {
            headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(page).AsSpan(0, 12))}\"";
            if (request.Headers.IfNoneMatch.ToString().Contains(headers.ETag.ToString(), StringComparison.Ordinal))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(page, httpContext.RequestAborted);
        }
    }

    async Task<string> RenderAsync(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        parameters["View"] = view;
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            await using var text = new StringWriter(CultureInfo.InvariantCulture);
            page.WriteHtmlTo(text);
            return text.ToString();
        });
    }

    // The widget needs no more than this either.
    string Policy() => $"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{PageStyle.Of(view.Site.Look).Hash}'; connect-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
