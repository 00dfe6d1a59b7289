using Kanal.Centre.Articles;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ArticleUploads
{
    public static async Task<Created<ArticleFile>> SaveAsync(Id id, IFormFile file, SignedIn caller, ArticleFiles files, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        var saved = await files.SaveAsync(id, content, file.FileName, file.ContentType, caller.AgentId, ct);
        return TypedResults.Created(saved.Url, saved);
    }
}
