using Kanal.Centre;
using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Channels.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Channels.WebChat;

static class VisitorFiles
{
    public static async Task<IResult> DownloadAsync(Visitor visitor, Id file, FileStore files, HttpContext context, CancellationToken ct)
    {
        var (reference, content) = await files.OpenAsync(visitor.Conversation, file, visitor.After, visitor.Since, ct) ?? throw RefusedException.NotFound("file");
        return FileAnswer.Of(context, reference, content);
    }

    public static async Task<Created<FileReference>> UploadAsync(Visitor visitor, IFormFile file, FileStore files, ConversationSites sites, VisitorLimits limits, CancellationToken ct)
    {
        limits.File(visitor.Conversation);
        var site = await sites.OfAsync(visitor.Conversation, ct);
        await using var content = file.OpenReadStream();
        var saved = await files.SaveAsync(content, file.FileName, file.ContentType, site.Id, visitor.Conversation, Author.Visitor, null, ct);
        return TypedResults.Created((string?)null, saved);
    }
}
