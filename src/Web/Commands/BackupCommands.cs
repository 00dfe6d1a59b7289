using System.CommandLine;
using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Backups;
using Kanal.Centre.Storage;
using Kanal.Web.Hosting;

namespace Kanal.Web.Commands;

/// <summary>Everything of an installation into one file, and back.</summary>
static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write." };
        var command = new Command("backup", "Writes everything into one file, while the server runs: conversations, settings, attachments, secrets.") { file };
        command.SetAction((call, ct) => DoAsync(async (database, data) =>
        {
            var path = call.GetRequiredValue(file);
            if (!await IsThereAsync(database, data, ct))
            {
                throw new RefusedException(Refusal.NotFound, "nothing-there", "There is no installation here: nothing was written.");
            }

            var unfinished = $"{path}.part";
            try
            {
                BackupManifest written;
                await using (var zip = PrivateFile.Create(unfinished, FileMode.Create))
                {
                    written = await new Backup(database, data, TimeProvider.System).WriteAsync(zip, Progress.Tell, ct);
                    zip.Flush(flushToDisk: true);
                }

                File.Move(unfinished, path, overwrite: true);
                Progress.End(Summary(written, $"are in {path}, as they were at {written.At.ToString("u", CultureInfo.InvariantCulture)}. Whoever has this file has every secret of the installation."));
            }
            finally
            {
                File.Delete(unfinished);
            }
        }));
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "What `kanal backup` has written." };
        var command = new Command("restore", "Puts a backup into an empty installation, on SQLite or PostgreSQL: all of it or nothing.") { file };
        command.SetAction((call, ct) => DoAsync(async (database, data) =>
        {
            var path = call.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                throw new RefusedException(Refusal.NotFound, "no-file", $"There is no file {path}.");
            }

            await using var zip = File.OpenRead(path);
            using var backup = await BackupReading.OpenAsync(zip, ct);
            await new Restore(database, data, TimeProvider.System).ReadAsync(backup, Progress.Tell, ct);
            Progress.End(Summary(backup.Manifest, $"are back, as they were at {backup.Manifest.At.ToString("u", CultureInfo.InvariantCulture)}."));
        }));
        return command;
    }

    static string Summary(BackupManifest backup, string end) => string.Create(CultureInfo.InvariantCulture,
        $"{backup.Tables.Sum(table => table.Count):N0} rows of {backup.Tables.Count} tables and {backup.Files.Count:N0} files of {backup.Files.Sum(part => part.Count) / 1e6:N1} MB {end}");

    // Looked at without making anything: SQLite would lay an empty file where there is none.
    static async Task<bool> IsThereAsync(Database database, DataFolder data, CancellationToken ct)
    {
        if (database.Engine == "SQLite" && !File.Exists(Path.Combine(data.Folder, "kanal.db")))
        {
            return false;
        }

        try
        {
            return await database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from schema_versions"), ct) > 0;
        }
        catch (System.Data.Common.DbException trouble) when (StorageFault.IsEmptiness(trouble))
        {
            return false;
        }
    }

    static async Task<int> DoAsync(Func<Database, DataFolder, Task> work)
    {
        var settings = ServerSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        await using var database = StoragePlace.Open(settings.Data, settings.Database);
        try
        {
            await work(database, new DataFolder(Path.GetFullPath(settings.Data)));
            return 0;
        }
        catch (RefusedException refused)
        {
            Progress.Clear();
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
        catch (BackupDamagedException damaged)
        {
            Progress.Clear();
            await Console.Error.WriteLineAsync(damaged.Message);
            return 1;
        }
        catch
        {
            Progress.Clear();
            throw;
        }
    }

    /// <summary>One line that is written over, where somebody looks on.</summary>
    static class Progress
    {
        const int Width = 78;

        public static void Tell(string what)
        {
            if (!Console.IsOutputRedirected)
            {
                Console.Write($"\r{(what.Length > Width ? what[..Width] : what).PadRight(Width)}");
            }
        }

        public static void Clear() => Tell("");

        public static void End(string sentence)
        {
            Clear();
            Console.WriteLine(Console.IsOutputRedirected ? sentence : $"\r{sentence}");
        }
    }
}
