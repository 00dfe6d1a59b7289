using Kanal.Centre;
using Kanal.Centre.Texts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kanal.Web.Hosting;

/// <summary>
/// Turns away what is too large, so that ten megabytes in a field cost nobody anything. What is still on its way is read and
/// dropped first, up to a bound: browsers look for an answer only when they have sent everything, and would see a broken connection.
/// </summary>
sealed class RequestSizes(RequestDelegate next, TimeProvider time)
{
    /// <summary>In bytes: a file of the largest size, and what a form adds to it.</summary>
    public const long LargestUpload = 12 * 1024 * 1024;

    /// <summary>In bytes: the longest text as JSON escapes, with room for all the rest.</summary>
    const long Largest = 256 * 1024;

    /// <summary>In bytes: as much as somebody may send by mistake, such as a film.</summary>
    const long MostDropped = 100 * 1024 * 1024;

    static readonly TimeSpan _longestDropping = TimeSpan.FromMinutes(2);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        return request.ContentLength > Largest && LargestOf(context) is var largest && request.ContentLength > largest ? RefuseAsync(context, largest)
            : request.ContentLength is null && request.Headers.TransferEncoding.Count > 0 ? CountAsync(context, LargestOf(context))
            : next(context);
    }

    // A few doors take more, and read it as it comes.
    static long LargestOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? (context.Request.HasFormContentType ? LargestUpload : Largest);

    async Task RefuseAsync(HttpContext context, long largest)
    {
        // Nothing is on its way where the sender waits to be asked for it; and too much is too much.
        if (context.Request.Headers.Expect.Count > 0 || context.Request.ContentLength > MostDropped)
        {
            CloseAfterwards(context);
        }
        else
        {
            AllowMore(context);
            await DropAsync(context, context.Request.Body);
        }

        throw TooLarge(largest);
    }

    async Task CountAsync(HttpContext context, long largest)
    {
        AllowMore(context);
        var body = context.Request.Body;
        var bounded = new BoundedBody(body, largest, () => TooLarge(largest));
        context.Request.Body = bounded;
        try
        {
            await next(context);
        }
        catch (RefusedException) when (bounded.IsOver)
        {
            await DropAsync(context, body);
            throw;
        }
    }

    static void AllowMore(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }

    async Task DropAsync(HttpContext context, Stream body)
    {
        using var enough = new CancellationTokenSource(_longestDropping, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, context.RequestAborted);
        var piece = new byte[16 * 1024];
        try
        {
            for (var dropped = 0L; dropped <= MostDropped;)
            {
                var read = await body.ReadAsync(piece, either.Token);
                if (read == 0)
                {
                    return;
                }

                dropped += read;
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // It took too long.
        }

        CloseAfterwards(context);
    }

    static void CloseAfterwards(HttpContext context) => context.Response.OnStarting(() =>
    {
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    });

    static RefusedException TooLarge(long largest) => new(Refusal.TooLarge, "too-large", largest >= LargestUpload
        ? Sentence.Of($"This is too large: at most {largest / 1024 / 1024} MB.")
        : $"This is too large: at most {Largest / 1024} kB, files aside.");
}
