using System.Data.Common;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Backups;

/// <summary>
/// Puts a backup into an empty installation, of the same engine or the other: all of it or nothing. The schema is first the
/// backup's own and brought up to date afterwards, as if the program had been replaced.
/// </summary>
public sealed class Restore(Database database, DataFolder data, TimeProvider time)
{
    // Stands in the data folder from the first file to the last row: whoever was killed in between may begin again.
    const string Begun = "restore.begun";

    /// <param name="tell">Hears what is being read.</param>
    /// <exception cref="BackupDamagedException">It can't be read; nothing was done.</exception>
    /// <exception cref="RefusedException"><c>not-empty</c>: there is an installation already; <c>in-use</c>: a server runs that has read that there is none.</exception>
    public async Task ReadAsync(BackupReading backup, Action<string> tell, CancellationToken ct)
    {
        await backup.VerifyAsync(ct);
        if (await database.IsServedAsync(ct) && !await HasPeopleAsync(ct))
        {
            throw RefusedException.Conflict("in-use", "A server runs on this database. Stop it first, and start it again when the backup is restored.");
        }

        var begun = Path.Combine(Directory.CreateDirectory(data.Folder).FullName, Begun);
        // Looked at before any file is: those that are there may be somebody's.
        if (await HasPeopleAsync(ct) || (!File.Exists(begun) && BackupFiles.In(data).Any()))
        {
            throw Occupied();
        }

        await File.WriteAllTextAsync(begun, "A backup is being restored here. If nothing is, it was cut off: begin again.\n", ct);
        try
        {
            foreach (var file in backup.Manifest.Files)
            {
                tell(file.Entry);
                await FileAsync(backup, file, ct);
            }

            await database.UpgradeAsync(async sql =>
            {
                await RowsAsync(sql, backup, tell, ct);
                return true;
            }, ct);
        }
        catch
        {
            foreach (var file in backup.Manifest.Files)
            {
                File.Delete(BackupFiles.PathOf(data, file.Entry));
            }

            File.Delete(begun);
            throw;
        }

        File.Delete(begun);
    }

    async Task RowsAsync(Sql sql, BackupReading backup, Action<string> tell, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await SchemaUpgrade.ApplyAsync(sql, database.Engine, now, backup.Manifest.Schema.Max(StringComparer.Ordinal));
        if (await HasPeopleAsync(sql))
        {
            throw Occupied();
        }

        var tables = await BackupTables.ReadAsync(sql, database.Engine);
        var parts = backup.Manifest.Tables.ToDictionary(part => part.Entry, StringComparer.Ordinal);
        // What the schema brings with it is in the backup as well, as it was then.
        foreach (var table in tables.AsEnumerable().Reverse())
        {
            await sql.ExecuteAsync($"delete from {table.Name}");
        }

        foreach (var table in tables)
        {
            if (parts.Remove($"tables/{table.Name}.jsonl", out var part))
            {
                tell(table.Name);
                var kept = Kept(table, await backup.ColumnsAsync(part, ct));
                await database.LoadAsync(sql, kept.Name, [.. kept.Columns.Select(column => column.Name)], backup.RowsAsync(part, kept, ct), ct);
            }
        }

        if (parts.Keys.FirstOrDefault() is { } unknown)
        {
            throw new BackupDamagedException($"The backup is damaged: there is no table for {unknown}.");
        }

        await SchemaUpgrade.ApplyAsync(sql, database.Engine, now, null);
    }

    async Task<bool> HasPeopleAsync(CancellationToken ct)
    {
        try
        {
            return await database.ReadAsync(HasPeopleAsync, ct);
        }
        catch (DbException trouble) when (StorageFault.IsEmptiness(trouble))
        {
            // There are no tables yet.
            return false;
        }
    }

    static async Task<bool> HasPeopleAsync(Sql sql) =>
        await sql.FirstAsync<long>("select count(*) from agents") + await sql.FirstAsync<long>("select count(*) from sites") > 0;

    static BackupTable Kept(BackupTable table, List<string> columns) => table with
    {
        Columns = [.. columns.Select(name => table.Columns.FirstOrDefault(column => column.Name == name)
            ?? throw new BackupDamagedException($"The backup is damaged: {table.Name} has no column {name}."))],
    };

    async Task FileAsync(BackupReading backup, BackupPart part, CancellationToken ct)
    {
        var path = BackupFiles.PathOf(data, part.Entry);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? data.Folder);
        await using var content = await backup.OpenAsync(part, ct);
        await using var file = PrivateFile.Create(path, FileMode.Create);
        await content.CopyToAsync(file, ct);
        file.Flush(flushToDisk: true);
    }

    static RefusedException Occupied() =>
        RefusedException.Conflict("not-empty", "There is an installation here already. A backup is restored into an empty one: name another folder in KANAL_DATA, or another database in KANAL_DATABASE.");
}
