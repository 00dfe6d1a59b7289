using Kanal.Centre;
using Kanal.Centre.Storage;
using Kanal.Centre.Telemetry;
using Kanal.Centre.Texts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Kanal.Web.Hosting;

/// <summary>The one place where a broken rule, a bad request and trouble with the disk become problem documents (RFC 9457).</summary>
sealed class Problems(IProblemDetailsService writer, ILogger<Problems> log) : IExceptionHandler
{
    const string Prefix = "urn:kanal:problem:";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var language = Reader.LanguageOf(context);
        var problem = Describe(exception, context, language, out var retryAfter);
        if (problem is null)
        {
            log.LogError(exception, "A request to {Path} failed {Conversation}", context.Request.Path.Value, Conversation(context));
            problem = Problem(500, "internal", "Something went wrong here. It was written to the log.", language);
        }

        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        context.Response.StatusCode = problem.Status ?? 500;
        // Whoever asked for an event stream alone is told in JSON too; without a document, what was not found would be answered with 500.
        context.Request.Headers.Accept = default;
        return await writer.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    ProblemDetails? Describe(Exception exception, HttpContext context, string language, out TimeSpan? retryAfter)
    {
        retryAfter = (exception as RefusedException)?.RetryAfter;
        switch (exception)
        {
            case RefusedException refused:
                var described = Problem(Status(refused.Kind), refused.Slug, refused.Sentence, language);
                if (refused.Errors.Count > 0)
                {
                    described.Extensions["errors"] = refused.Errors.ToDictionary(error => error.Key, error => Array.ConvertAll(error.Value, sentence => sentence.In(language)));
                }

                if (refused.Reasons.Count > 0)
                {
                    described.Extensions["reasons"] = refused.Reasons;
                }

                return described;
            case BadHttpRequestException bad when BadRequestText.NamesNothing(bad):
                return Problem(404, "not-found", "There is nothing with this id.", language);
            case BadHttpRequestException bad:
                return Problem(bad.StatusCode, bad.StatusCode == 413 ? "too-large" : "bad-request", BadRequestText.Of(bad), language);
            case JournalFullException:
                retryAfter = TimeSpan.FromSeconds(2);
                return Problem(503, "busy", "Too many messages are waiting to be written. Try again in a moment.", language);
            case { } unwritable when StorageTrouble.IsUnwritable(unwritable):
                return Problem(400, "bad-request", "There is a letter in this that can't be kept, such as the null letter.", language);
            default:
                if (StorageTrouble.In(exception) is not { } trouble)
                {
                    return null;
                }

                Tally.StorageTrouble();
                log.LogError(exception, "Storage is in trouble: {Reason} {Conversation}", trouble, Conversation(context));
                retryAfter = TimeSpan.FromSeconds(5);
                return Problem(503, "storage-unavailable", trouble, language);
        }
    }

    public static ProblemDetails Problem(int status, string slug, Sentence detail, string language) => new()
    {
        Status = status,
        Type = Prefix + slug,
        Title = ProblemTitles.Of(status).In(language),
        Detail = detail.In(language),
    };

    /// <summary>Gives problems that the framework writes a name of ours too, and a sentence; and says of all in which language they are.</summary>
    public static void Name(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var language = Reader.LanguageOf(context.HttpContext);
        context.HttpContext.Response.Headers.ContentLanguage = language;
        context.HttpContext.Response.Headers.Append("Vary", "Accept-Language");
        if (problem.Type?.StartsWith(Prefix, StringComparison.Ordinal) == true)
        {
            return;
        }

        var (slug, sentence) = problem.Status switch
        {
            401 => ("sign-in-needed", Sentence.Of("This needs a signed-in agent or a key.")),
            403 => ("forbidden", Sentence.Of("This is not allowed.")),
            404 => ("not-found", Sentence.Of("There is nothing at this address.")),
            405 => ("method-not-allowed", Sentence.Of("This address does not take this method.")),
            413 => ("too-large", Sentence.Of("This is too large.")),
            415 => ("unsupported-type", Sentence.Of("Send JSON, with Content-Type: application/json.")),
            429 => ("too-many", Sentence.Of("That was too much at once. Wait a moment and try again.")),
            >= 500 => ("internal", Sentence.Of("Something went wrong here. It was written to the log.")),
            _ => ("bad-request", Sentence.Of("The request can't be read.")),
        };
        problem.Type = Prefix + slug;
        problem.Title = ProblemTitles.Of(problem.Status ?? 500).In(language);
        problem.Detail ??= sentence.In(language);
    }

    // As every line about a conversation has it, so that one can search for them all.
    static string Conversation(HttpContext context) =>
        context.Request.Path.Value?.Contains("/conversations/", StringComparison.Ordinal) == true && context.Request.RouteValues["id"] is { } id ? $"conversation={id}" : "";

    static int Status(Refusal kind) => kind switch
    {
        Refusal.Invalid => 400,
        Refusal.Unauthorized => 401,
        Refusal.Forbidden => 403,
        Refusal.NotFound => 404,
        Refusal.Conflict => 409,
        Refusal.TooLarge => 413,
        Refusal.UnsupportedType => 415,
        Refusal.Unprocessable => 422,
        Refusal.TooMany => 429,
        _ => 503,
    };
}
