using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>Keeps what was given until it is carried out, in the data folder under the import's id.</summary>
public sealed class ImportShelf(DataFolder data, TimeProvider time)
{
    static readonly TimeSpan _longest = TimeSpan.FromDays(7);

    /// <exception cref="RefusedException">It is too large or empty.</exception>
    public async Task SaveAsync(Id id, Stream content, CancellationToken ct)
    {
        Sweep();
        try
        {
            await using var file = new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
            var piece = new byte[64 * 1024];
            for (int count; (count = await content.ReadAsync(piece, ct)) > 0;)
            {
                if (file.Length + count > ImportLimits.LargestUpload)
                {
                    throw new RefusedException(Refusal.TooLarge, "file-too-large", $"This file is too large: at most {ImportLimits.LargestUpload / 1024 / 1024} MB.");
                }

                await file.WriteAsync(piece.AsMemory(0, count), ct);
            }

            if (file.Position == 0)
            {
                throw new RefusedException(Refusal.Invalid, "file-empty", "This file is empty.");
            }
        }
        catch
        {
            Remove(id);
            throw;
        }
    }

    /// <exception cref="RefusedException">It is not kept any more.</exception>
    public FileStream Open(Id id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            throw RefusedException.Conflict("file-gone", "What was uploaded is not kept any more. Upload it again.");
        }
    }

    public void Remove(Id id) => File.Delete(PathOf(id));

    void Sweep()
    {
        foreach (var old in new DirectoryInfo(Folder()).EnumerateFiles().Where(file => time.GetUtcNow() - file.LastWriteTimeUtc > _longest))
        {
            old.Delete();
        }
    }

    string PathOf(Id id) => Path.Combine(Folder(), id.ToString());

    string Folder() => Directory.CreateDirectory(Path.Combine(data.Folder, "imports")).FullName;
}
