using System.Net;

namespace Kanal.Web.Access;

static class Locality
{
    /// <summary>The request comes from the server's own machine and not through a proxy that says so.</summary>
    public static bool IsLocal(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name is "Forwarded" or "Via" or "X-Real-IP")
        && (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) ? IPAddress.IsLoopback(host) : context.Request.Host.Host == "localhost");
}
