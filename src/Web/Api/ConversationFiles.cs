using Kanal.Centre;
using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Channels.Http;
using Kanal.Channels.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class ConversationFiles
{
    public static async Task<Created<FileReference>> UploadAsync(Id id, IFormFile file, SignedIn caller, FileStore files, ConversationSites sites, CancellationToken ct)
    {
        var site = await sites.OfAsync(id, ct);
        await using var content = file.OpenReadStream();
        return TypedResults.Created((string?)null, await files.SaveAsync(content, file.FileName, file.ContentType, site.Id, id, Author.Agent, caller.Agent, ct));
    }

    public static async Task<IResult> DownloadAsync(Id id, Id file, FileStore files, HttpContext context, CancellationToken ct)
    {
        var (reference, content) = await files.OpenAsync(id, file, ct) ?? throw RefusedException.NotFound("file");
        return FileAnswer.Of(context, reference, content);
    }
}
