using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Letters as they came, in the data folder, each under its id.</summary>
public sealed class LetterShelf(DataFolder data)
{
    /// <summary>In bytes.</summary>
    public const long Largest = 50 * 1024 * 1024;

    /// <summary>Keeps what is written to it; it is on disk when this returns.</summary>
    public async Task KeepAsync(Id id, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? data.Folder);
        var temporary = path + ".tmp";
        try
        {
            await using var file = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
            await write(file, ct);
            await file.FlushAsync(ct);
            // The second flush carries the new name to disk as well as the content.
            file.Flush(flushToDisk: true);
            File.Move(temporary, path, overwrite: true);
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Null where it is not there.</summary>
    public Stream? Open(Id id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Remove(Id id) => File.Delete(PathOf(id));

    string PathOf(Id id)
    {
        var name = id.ToString();
        return Path.Combine(data.Folder, "letters", name[7..9], $"{name}.eml");
    }
}
