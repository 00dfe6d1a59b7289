using Kanal.Centre.Texts;
using Microsoft.AspNetCore.WebUtilities;

namespace Kanal.Web.Hosting;

/// <summary>What statuses are called.</summary>
static class ProblemTitles
{
    public static Sentence Of(int status) => status switch
    {
        400 => Sentence.Of("Bad Request"),
        401 => Sentence.Of("Unauthorized"),
        403 => Sentence.Of("Forbidden"),
        404 => Sentence.Of("Not Found"),
        405 => Sentence.Of("Method Not Allowed"),
        409 => Sentence.Of("Conflict"),
        413 => Sentence.Of("Payload Too Large"),
        415 => Sentence.Of("Unsupported Media Type"),
        422 => Sentence.Of("Unprocessable Entity"),
        429 => Sentence.Of("Too Many Requests"),
        500 => Sentence.Of("Internal Server Error"),
        503 => Sentence.Of("Service Unavailable"),
        _ => Sentence.Verbatim(ReasonPhrases.GetReasonPhrase(status)),
    };
}
