using Kanal.Centre.Conversations;
using Microsoft.AspNetCore.Http;

namespace Kanal.Channels.Http;

/// <summary>A stranger's file on its way to a browser: named, never run, never guessed at.</summary>
public static class FileAnswer
{
    public static IResult Of(HttpContext context, FileReference file, Stream content)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return TypedResults.Stream(content, file.Type, file.Name);
    }
}
