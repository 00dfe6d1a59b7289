using Kanal.Centre.Access;
using Microsoft.AspNetCore.Authorization;

namespace Kanal.Web.Access;

/// <summary>The caller's key covers what is asked for.</summary>
sealed class WithinScopes : AuthorizationHandler<WithinScopes>, IAuthorizationRequirement
{
    const string Root = "/api/v1";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, WithinScopes requirement)
    {
        if (context.Resource is HttpContext http && CallerIdentity.Of(context.User) is { } caller)
        {
            var scope = Needed(http.Request);
            if (caller.Has(scope))
            {
                context.Succeed(requirement);
            }
            else
            {
                context.Fail(new Denial(this, $"The key lacks the scope {scope}."));
            }
        }

        return Task.CompletedTask;
    }

    static string Needed(HttpRequest request)
    {
        var nouns = request.Path.StartsWithSegments(Root, out var rest) && rest.Value is { Length: > 1 } path ? path[1..].Split('/') : [""];
        // What has a noun of its own within a site is bounded by that; all else of a site is settings.
        // And a mail server that hands in letters needs to know of no password.
        var noun = nouns is ["sites", _, "experiments" or "invitations" or "orders" or "prices" or "simulations" or "strategy", ..] or ["mailboxes", _, "letters"] ? nouns[2] : nouns[0];
        return Scopes.Needed(noun, HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
    }
}
