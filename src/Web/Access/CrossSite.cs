using Kanal.Centre;
using Kanal.Centre.Texts;

namespace Kanal.Web.Access;

/// <summary>
/// Keeps other websites from using a signed-in browser: what changes something comes from our own pages, and where a cookie
/// proves who asks it carries a header that no foreign page can send.
/// </summary>
sealed class CrossSite(RequestDelegate next)
{
    const string Header = "X-Kanal-Desk";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (reads || KeySignIn.Sent(request) || !request.Path.StartsWithSegments("/api/v1"))
        {
            return next(context);
        }

        if (!IsOwn(request))
        {
            throw Refused("This was sent by a page of another website.");
        }

        return CallerIdentity.Of(context.User) is null || request.Headers[Header] == "1"
            ? next(context)
            : throw Refused($"Send the header {Header}: 1 with everything that changes something.");
    }

    // Sec-Fetch-Site is the browser's own word and holds behind a proxy that changes the host; older browsers send the origin alone.
    static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && new HostString(from.Authority) == new HostString(request.Host.Value ?? ""));
    }

    static RefusedException Refused(Sentence sentence) => new(Refusal.Forbidden, "cross-site", sentence);
}
