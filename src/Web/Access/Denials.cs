using Kanal.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Kanal.Web.Access;

/// <summary>Answers those who may not with a problem document, never with a page to sign in on.</summary>
sealed class Denials(IProblemDetailsService writer) : IAuthorizationMiddlewareResultHandler
{
    readonly AuthorizationMiddlewareResultHandler _passing = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await _passing.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        var problem = CallerIdentity.Of(context.User) is null
            ? Problems.Problem(401, "sign-in-needed", "Sign in, or send a key that is valid.")
            : Problems.Problem(403, "not-allowed", string.Join(' ', authorizeResult.AuthorizationFailure?.FailureReasons.Select(reason => reason.Message).Distinct() ?? []));
        if (problem.Status == 401)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        context.Response.StatusCode = problem.Status ?? 403;
        await writer.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }
}
