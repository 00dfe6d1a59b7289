using System.Net;

namespace Kanal.Web.Access;

static class Locality
{
    // X-Original- is what the framework leaves where it has believed a proxy.
    static readonly string[] _proxied = ["X-Forwarded-", "X-Original-", "X-Real-IP", "Forwarded", "Via"];

    /// <summary>The request comes from the server's own machine and not through a proxy that says so.</summary>
    public static bool IsLocal(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.Keys.Any(name => _proxied.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        && (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) ? IPAddress.IsLoopback(host) : context.Request.Host.Host == "localhost");
}
