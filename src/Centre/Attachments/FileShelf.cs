using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Attachments;

/// <summary>Files in the data folder, each under its id.</summary>
public sealed class FileShelf(DataFolder data, ILogger<FileShelf> log)
{
    /// <summary>In bytes.</summary>
    public const long Largest = 10 * 1024 * 1024;

    /// <summary>The media types that are taken.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. FileKind.All.Select(kind => kind.Type)];

    /// <summary>Its bytes, which the caller closes; null where they are not there.</summary>
    public Stream? Open(Id id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            log.LogError("The file {File} is not in the data folder", id);
            return null;
        }
    }

    public void Remove(Id id) => File.Delete(PathOf(id));

    /// <summary>Keeps a file. It is on disk when this returns.</summary>
    /// <param name="claimedType">What the sender says it is; only its content decides.</param>
    /// <exception cref="RefusedException"><c>file-too-large</c>, <c>file-empty</c> or <c>file-type-refused</c>.</exception>
    public Task<FileReference> WriteAsync(Id id, Stream content, string name, string? claimedType, CancellationToken ct) => WriteAsync(id, async file =>
    {
        if (await CopyAsync(content, file, Largest, ct) == 0)
        {
            throw new RefusedException(Refusal.Invalid, "file-empty", "This file is empty.");
        }

        var kind = FileKind.Of(file, name) ?? throw Refused(claimedType);
        return new FileReference(id, FileName.Clean(name, kind.Extensions), kind.Type, file.Length);
    });

    /// <summary>Keeps a file that has come already and can't be refused. One of a kind that we don't know is only ever handed out to be saved.</summary>
    /// <param name="largest">In bytes.</param>
    public Task<FileReference> KeepAsync(Id id, Stream content, string name, long largest, CancellationToken ct) => WriteAsync(id, async file =>
    {
        await CopyAsync(content, file, largest, ct);
        return file.Length > 0 && FileKind.Of(file, name) is { } kind
            ? new FileReference(id, FileName.Clean(name, kind.Extensions), kind.Type, file.Length)
            : new FileReference(id, FileName.Clean(name), FileReference.Unknown, file.Length) { Unchecked = true };
    });

    async Task<FileReference> WriteAsync(Id id, Func<FileStream, Task<FileReference>> write)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? data.Folder);
        var temporary = path + ".tmp";
        try
        {
            await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
            var reference = await write(file);
            // The second flush carries the new name to disk as well as the content.
            file.Flush(flushToDisk: true);
            File.Move(temporary, path);
            file.Flush(flushToDisk: true);
            return reference;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    static async Task<long> CopyAsync(Stream from, FileStream to, long largest, CancellationToken ct)
    {
        var piece = new byte[64 * 1024];
        var size = 0L;
        int read;
        while ((read = await from.ReadAsync(piece, ct)) > 0)
        {
            size += read;
            if (size > largest)
            {
                throw new RefusedException(Refusal.TooLarge, "file-too-large", $"This file is too large: at most {largest / (1024 * 1024)} MB.");
            }

            await to.WriteAsync(piece.AsMemory(0, read), ct);
        }

        await to.FlushAsync(ct);
        return size;
    }

    static RefusedException Refused(string? claimedType) => new(Refusal.UnsupportedType, "file-type-refused",
        claimedType is not null && Types.Contains(claimedType)
            ? Sentence.Of("Files of this kind can't be taken. Pictures, PDF, plain text and office documents can. This one's content is not what its name says.")
            : "Files of this kind can't be taken. Pictures, PDF, plain text and office documents can.");

    string PathOf(Id id)
    {
        var name = id.ToString();
        // These two letters turn with the milliseconds, so that the folders fill evenly; the last letters hardly ever turn.
        return Path.Combine(data.Folder, "files", name[7..9], name);
    }
}
