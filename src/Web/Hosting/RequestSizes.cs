using Kanal.Centre;
using Microsoft.AspNetCore.Http.Features;

namespace Kanal.Web.Hosting;

/// <summary>
/// Turns away what is too large before any of it is read, so that ten megabytes in a field cost nobody anything. What was sent
/// is let run out by the server, else the sender would see a broken connection instead of the reason. Uploads have limits of their own.
/// </summary>
sealed class RequestSizes(RequestDelegate next)
{
    /// <summary>In bytes: the longest text as JSON escapes, with room for all the rest.</summary>
    const long Largest = 256 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
        {
            if (request.ContentLength > Largest)
            {
                throw new RefusedException(Refusal.TooLarge, "too-large", $"This is too large: at most {Largest / 1024} kB, files aside.");
            }

            if (request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = Largest;
            }
        }

        return next(context);
    }
}
