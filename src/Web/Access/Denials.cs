using Kanal.Centre.Texts;
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

        var language = Reader.LanguageOf(context);
        var problem = CallerIdentity.Of(context.User) is null
            ? Problems.Problem(401, "sign-in-needed", "Sign in, or send a key that is valid.", language)
            : Problems.Problem(403, "not-allowed", Sentence.Verbatim(string.Join(' ', Reasons(authorizeResult, language).Distinct())), language);
        if (problem.Status == 401)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        context.Response.StatusCode = problem.Status ?? 403;
        await writer.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    static IEnumerable<string> Reasons(PolicyAuthorizationResult result, string language) =>
        result.AuthorizationFailure?.FailureReasons.Select(reason => reason is Denial denial ? denial.Sentence.In(language) : reason.Message) ?? [];
}

/// <summary>Why somebody may not.</summary>
sealed class Denial(IAuthorizationHandler handler, Sentence sentence) : AuthorizationFailureReason(handler, sentence.ToString())
{
    public Sentence Sentence => sentence;
}
