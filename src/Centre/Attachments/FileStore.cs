using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Attachments;

/// <summary>
/// What people attach: the bytes in the data folder under their id, the rest in a row. The file is on disk before its row is
/// written, so a row always has its file; a file without a row is waste, never a lie.
/// </summary>
public sealed class FileStore(Database database, DataFolder data, IdSource ids, TimeProvider time, ILogger<FileStore> log)
{
    /// <summary>In bytes.</summary>
    public const long Largest = 10 * 1024 * 1024;

    /// <summary>Within one message.</summary>
    public const int Most = 10;

    const int MostInConversation = 500;

    /// <summary>The media types that are taken.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. FileKind.All.Select(kind => kind.Type)];

    /// <summary>Keeps a file. It is on disk when this returns.</summary>
    /// <param name="content">Read once from where it stands; no more than the limit is read.</param>
    /// <param name="name">As the sender has it; what is unsafe in it is left out.</param>
    /// <param name="claimedType">What the sender says it is; only its content decides.</param>
    /// <exception cref="RefusedException"><c>file-too-large</c>, <c>file-empty</c>, <c>file-type-refused</c> or <c>too-many-files</c>.</exception>
    public async Task<FileReference> SaveAsync(Stream content, string name, string? claimedType, Id site, Id conversation, Author author, Id? agent, CancellationToken ct)
    {
        var kept = await database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from files where conversation_id = @conversation", new { conversation }), ct);
        if (kept >= MostInConversation)
        {
            throw RefusedException.Conflict("too-many-files", "This conversation has too many files already.");
        }

        var now = time.GetUtcNow();
        var id = ids.Next(now);
        var reference = await WriteAsync(id, content, name, claimedType, ct);
        await database.WriteAsync(sql => sql.ExecuteAsync("""
            insert into files (id, site_id, conversation_id, name, type, size, author, agent_id, created_at)
            values (@Id, @site, @conversation, @Name, @Type, @Size, @author, @agent, @now)
            """, new { reference.Id, site, conversation, reference.Name, reference.Type, reference.Size, author = author.Text(), agent, now }), ct);
        return reference;
    }

    /// <summary>A file of this conversation with its bytes, which the caller closes; null where there is none.</summary>
    public async Task<(FileReference File, Stream Content)?> OpenAsync(Id conversation, Id file, CancellationToken ct)
    {
        var row = await database.ReadAsync(sql => sql.FirstAsync<FileRow>($"select {FileRow.Columns} from files where id = @file and conversation_id = @conversation", new { file, conversation }), ct);
        if (row is null)
        {
            return null;
        }

        try
        {
            return (row.ToReference(), new FileStream(PathOf(file), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            log.LogError("The file {File} of conversation {Conversation} is not in the data folder", file, conversation);
            return null;
        }
    }

    /// <summary>The files that a message names, in its order.</summary>
    /// <exception cref="RefusedException">One of them is not a file of this conversation, or there are more than a message may have.</exception>
    public async Task<IReadOnlyList<FileReference>> ReferencesAsync(Id conversation, IReadOnlyList<Id> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        if (ids.Count > Most)
        {
            throw RefusedException.Invalid("files", $"A message has at most {Most} files.");
        }

        return await database.ReadAsync(async sql =>
        {
            var references = new List<FileReference>(ids.Count);
            foreach (var id in ids.Distinct())
            {
                var row = await sql.FirstAsync<FileRow>($"select {FileRow.Columns} from files where id = @id and conversation_id = @conversation", new { id, conversation });
                references.Add(row?.ToReference() ?? throw RefusedException.Invalid("files", $"There is no file {id} in this conversation."));
            }

            return references;
        }, ct);
    }

    async Task<FileReference> WriteAsync(Id id, Stream content, string name, string? claimedType, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? data.Folder);
        var temporary = path + ".tmp";
        try
        {
            await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
            await CopyAsync(content, file, ct);
            var kind = FileKind.Of(file, name) ?? throw Refused(claimedType);
            // The second flush carries the new name to disk as well as the content.
            file.Flush(flushToDisk: true);
            File.Move(temporary, path);
            file.Flush(flushToDisk: true);
            return new FileReference(id, FileName.Clean(name, kind.Extensions), kind.Type, file.Length);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    static async Task CopyAsync(Stream from, FileStream to, CancellationToken ct)
    {
        var piece = new byte[64 * 1024];
        var size = 0L;
        int read;
        while ((read = await from.ReadAsync(piece, ct)) > 0)
        {
            size += read;
            if (size > Largest)
            {
                throw new RefusedException(Refusal.TooLarge, "file-too-large", $"This file is too large: at most {Largest / (1024 * 1024)} MB.");
            }

            await to.WriteAsync(piece.AsMemory(0, read), ct);
        }

        if (size == 0)
        {
            throw new RefusedException(Refusal.Invalid, "file-empty", "This file is empty.");
        }

        await to.FlushAsync(ct);
    }

    static RefusedException Refused(string? claimedType) => new(Refusal.UnsupportedType, "file-type-refused",
        "Files of this kind can't be taken. Pictures, PDF, plain text and office documents can."
        + (claimedType is not null && Types.Contains(claimedType) ? " This one's content is not what its name says." : ""));

    string PathOf(Id id)
    {
        var name = id.ToString();
        // These two letters turn with the milliseconds, so that the folders fill evenly; the last letters hardly ever turn.
        return Path.Combine(data.Folder, "files", name[7..9], name);
    }
}
