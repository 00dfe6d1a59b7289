using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Backups;

/// <summary>
/// Everything of an installation in one zip, taken while it runs: the tables as they are at one moment, a line a row, and the files.
/// It is the same for both engines, so it is also the way from one to the other. It holds all secrets of the installation.
/// </summary>
public sealed class Backup(Database database, DataFolder data, TimeProvider time)
{
    const int PieceSize = 256 * 1024;

    /// <param name="to">Need not be one that can be sought in.</param>
    /// <param name="tell">Hears what is being written.</param>
    public async Task<BackupManifest> WriteAsync(Stream to, Action<string> tell, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var at = time.GetUtcNow();
        var (schema, tables) = await database.MomentAsync(async sql =>
        {
            var names = await sql.QueryAsync<string>($"select name from {BackupTables.Versions} order by name");
            List<BackupPart> parts = [];
            foreach (var table in await BackupTables.ReadAsync(sql, database.Engine))
            {
                tell(table.Name);
                parts.Add(await TableAsync(zip, sql, table, ct));
            }

            return (names, parts);
        }, ct);
        // A file is on disk before its row, so what the rows name is there; files that came later do no harm.
        List<BackupPart> files = [];
        foreach (var entry in BackupFiles.In(data))
        {
            tell(entry);
            if (await FileAsync(zip, entry, ct) is { } part)
            {
                files.Add(part);
            }
        }

        var manifest = new BackupManifest { At = at, Engine = database.Engine, Schema = schema, Tables = tables, Files = files };
        await using var last = await zip.CreateEntry(BackupManifest.Entry).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(last, manifest, Json.Options, ct);
        return manifest;
    }

    static async Task<BackupPart> TableAsync(ZipArchive zip, Sql sql, BackupTable table, CancellationToken ct)
    {
        var name = $"tables/{table.Name}.jsonl";
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        using var digest = new Digest(entry);
        var piece = new ArrayBufferWriter<byte>(PieceSize);
        piece.Write(JsonSerializer.SerializeToUtf8Bytes(table.Columns.Select(column => column.Name), Json.Options));
        piece.Write("\n"u8);
        var rows = 0L;
        await using var command = sql.Connection.CreateCommand();
        command.Transaction = sql.Transaction;
        command.CommandTimeout = 0;
        command.CommandText = $"select {Columns(table)} from {table.Name}";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            RowText.Write(piece, reader, table);
            rows++;
            if (piece.WrittenCount > PieceSize)
            {
                await digest.WriteAsync(piece.WrittenMemory, ct);
                piece.ResetWrittenCount();
            }
        }

        await digest.WriteAsync(piece.WrittenMemory, ct);
        return new(name, rows, digest.Finish());
    }

    internal static string Columns(BackupTable table) => string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));

    /// <returns>Null where it has been taken away meanwhile.</returns>
    async Task<BackupPart?> FileAsync(ZipArchive zip, string name, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(BackupFiles.PathOf(data, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
            using var digest = new Digest(entry);
            await digest.CopyAsync(file, ct);
            return new(name, digest.Length, digest.Finish());
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
