using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Backups;

/// <summary>A backup to read from: looked through as a whole before anything is done with it.</summary>
public sealed class BackupReading : IDisposable
{
    const string NoBackup = "This is no backup of Kanal's, or it was not written to its end.";

    readonly ZipArchive _zip;

    BackupReading(ZipArchive zip, BackupManifest manifest)
    {
        _zip = zip;
        Manifest = manifest;
    }

    public BackupManifest Manifest { get; }

    /// <exception cref="BackupDamagedException">It is none, not whole, or of a later version than this program.</exception>
    public static async Task<BackupReading> OpenAsync(Stream from, CancellationToken ct)
    {
        ZipArchive? zip = null;
        try
        {
            zip = await ZipArchive.CreateAsync(from, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
            await using var entry = await (zip.GetEntry(BackupManifest.Entry) ?? throw new BackupDamagedException(NoBackup)).OpenAsync(ct);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(entry, Json.Options, ct) ?? throw new BackupDamagedException(NoBackup);
            var later = manifest.Format > BackupManifest.CurrentFormat ? $"format {manifest.Format}" : manifest.Schema.FirstOrDefault(name => !SchemaUpgrade.Knows(name));
            return later is null ? new BackupReading(zip, manifest)
                : throw new BackupDamagedException($"This backup was made by a later version of Kanal ({later}). Restore it with that version or a later one.");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or JsonException)
        {
            zip?.Dispose();
            throw new BackupDamagedException(NoBackup);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Every part is there and as it was written.</summary>
    /// <exception cref="BackupDamagedException">One is not; the sentence names it.</exception>
    public async Task VerifyAsync(CancellationToken ct)
    {
        foreach (var part in Manifest.Tables.Concat(Manifest.Files))
        {
            try
            {
                await using var content = await OpenAsync(part, ct);
                using var digest = new Digest(Stream.Null);
                await digest.CopyAsync(content, ct);
                if (digest.Finish() != part.Sha256)
                {
                    throw Damaged(part);
                }
            }
            catch (InvalidDataException)
            {
                throw Damaged(part);
            }
        }
    }

    internal async Task<Stream> OpenAsync(BackupPart part, CancellationToken ct) =>
        await (_zip.GetEntry(part.Entry) ?? throw new BackupDamagedException($"The backup is damaged: {part.Entry} is missing.")).OpenAsync(ct);

    internal async Task<List<string>> ColumnsAsync(BackupPart table, CancellationToken ct)
    {
        using var reader = new StreamReader(await OpenAsync(table, ct), Encoding.UTF8);
        return Json.To<List<string>>(await reader.ReadLineAsync(ct) ?? "[]") ?? [];
    }

    internal async IAsyncEnumerable<object?[]> RowsAsync(BackupPart part, BackupTable table, [EnumeratorCancellation] CancellationToken ct)
    {
        using var reader = new StreamReader(await OpenAsync(part, ct), Encoding.UTF8);
        await reader.ReadLineAsync(ct);
        var rows = 0L;
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            yield return RowText.Read(line, table, $"Line {++rows + 1} of {part.Entry}");
        }

        if (rows != part.Count)
        {
            throw new BackupDamagedException($"The backup is damaged: {part.Entry} has {rows} rows and should have {part.Count}.");
        }
    }

    public void Dispose() => _zip.Dispose();

    static BackupDamagedException Damaged(BackupPart part) => new($"The backup is damaged: {part.Entry} is not what was written.");
}
