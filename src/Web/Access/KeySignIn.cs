using System.Security.Claims;
using System.Text.Encodings.Web;
using Kanal.Centre.Access;
using Kanal.Web.Metrics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Kanal.Web.Access;

/// <summary>Programs: <c>Authorization: Bearer kanal_...</c>.</summary>
sealed class KeySignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Callers callers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "key";
    const string Bearer = "Bearer ";

    public static bool Sent(HttpRequest request) => (request.Path.StartsWithSegments("/api") || request.Path == MetricsEndpoint.Path) && request.Headers.Authorization.Count > 0;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var secret = header[Bearer.Length..].Trim();
        var caller = secret.StartsWith(KeySecret.Prefix, StringComparison.Ordinal) ? await callers.OfKeyAsync(secret, Context.RequestAborted) : null;
        return caller is null
            ? AuthenticateResult.Fail("The key is unknown.")
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(caller, Name, ct => callers.OfKeyAsync(secret, ct))), Name));
    }
}
