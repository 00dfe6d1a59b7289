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

    /// <summary>Goes on with the session under the account's new stamp, remembered or not as before.</summary>
    public static async Task RenewAsync(HttpContext context, Account account)
    {
        var before = await context.AuthenticateAsync(Name);
        await SignInAsync(context, account.Id, account.SecurityStamp, before.Properties?.IsPersistent is true);
    }

    static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!Id.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), null, out var agent) || context.Principal?.FindFirstValue(StampClaim) is not { } stamp)
        {
            context.RejectPrincipal();
            return;
        }

        var callers = context.HttpContext.RequestServices.GetRequiredService<Callers>();
        if (await callers.OfSessionAsync(agent, stamp, context.HttpContext.RequestAborted) is { } caller)
        {
            context.ReplacePrincipal(new ClaimsPrincipal(new CallerIdentity(caller, Name, ct => callers.OfSessionAsync(agent, stamp, ct))));
        }
        else
        {
            context.RejectPrincipal();
        }
    }
}
