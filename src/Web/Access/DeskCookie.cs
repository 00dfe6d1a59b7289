using System.Security.Claims;
using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Kanal.Web.Access;

/// <summary>
/// People at the desk. The cookie names the agent and the security stamp it was given for; who that is now is read from the
/// database with each request, so that a new password or a deactivation ends the session at once.
/// </summary>
static class DeskCookie
{
    public const string Name = "desk";
    const string StampClaim = "stamp";
    static readonly TimeSpan _kept = TimeSpan.FromHours(12);
    static readonly TimeSpan _remembered = TimeSpan.FromDays(30);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "kanal_desk";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = _kept;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    public static Task SignInAsync(HttpContext context, Id agent, string stamp, bool remember)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, agent.ToString()), new Claim(StampClaim, stamp)], Name);
        return context.SignInAsync(Name, new ClaimsPrincipal(identity), new AuthenticationProperties
        {
            IsPersistent = remember,
            IssuedUtc = now,
            ExpiresUtc = now + (remember ? _remembered : _kept),
        });
    }

    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Name);

    static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var caller = context.Principal is { } principal
            && Id.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), null, out var agent)
            && principal.FindFirstValue(StampClaim) is { } stamp
                ? await context.HttpContext.RequestServices.GetRequiredService<Callers>().OfSessionAsync(agent, stamp, context.HttpContext.RequestAborted)
                : null;
        if (caller is null)
        {
            context.RejectPrincipal();
            return;
        }

        context.ReplacePrincipal(new ClaimsPrincipal(new CallerIdentity(caller, Name)));
    }
}
