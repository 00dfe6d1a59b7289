using Kanal.Centre;
using Kanal.Centre.Articles;
using Kanal.Channels.Http;
using Kanal.Web.Access;

namespace Kanal.Web.PublicApi;

/// <summary>Pictures in articles, at the address that stands in their Markdown.</summary>
static class ArticleFilesEndpoint
{
    public static void MapArticleFiles(this IEndpointRouteBuilder app) => app.MapGet("/files/{key}", OpenAsync).ExcludeFromDescription();

    static async Task<IResult> OpenAsync(string key, ArticleFiles files, HttpContext context, CancellationToken ct)
    {
        var (file, content) = await files.OpenAsync(key, CallerIdentity.Of(context.User) is not null, ct) ?? throw RefusedException.NotFound("file");
        return FileAnswer.Of(context, file, content);
    }
}
