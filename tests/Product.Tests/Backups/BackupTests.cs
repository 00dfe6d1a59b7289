using System.IO.Compression;
using System.Net;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    static readonly byte[] _picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    readonly string _folder = Directory.CreateTempSubdirectory("kanal-backup-").FullName;

    string Place => Path.Combine(_folder, "kanal.backup");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_restored_gives_the_same_backup_again()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        await organisation.NewConversationAsync();
        await server.KillAsync();
        var storage = server.Storage;
        Assert.Equal(0, (await KanalCommand.RunAsync($"backup {Place}", storage.Settings())).ExitCode);
        await using var other = TestStorage.OnSqlite();
        Assert.Equal(0, (await KanalCommand.RunAsync($"restore {Place}", other.Settings())).ExitCode);
        Assert.Equal(0, (await KanalCommand.RunAsync($"backup {Place}.again", other.Settings())).ExitCode);
        Assert.Equal(await TablesAsync(Place), await TablesAsync($"{Place}.again"));
    }

    [Fact, OnOneEngine]
    public async Task A_damaged_backup_is_refused_with_its_place_and_nothing_is_done()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        Assert.Equal(0, (await KanalCommand.RunAsync($"backup {Place}", server.Storage.Settings())).ExitCode);
        await using (var zip = await ZipFile.OpenAsync(Place, ZipArchiveMode.Update))
        {
            zip.GetEntry("tables/agents.jsonl")!.Delete();
            await using var entry = await zip.CreateEntry("tables/agents.jsonl").OpenAsync();
            await entry.WriteAsync("[\"id\"]\n"u8.ToArray());
        }

        await using var place = TestStorage.OnSqlite();
        var restore = await KanalCommand.RunAsync($"restore {Place}", place.Settings());
        Assert.Equal((1, "The backup is damaged: tables/agents.jsonl is not what was written."), (restore.ExitCode, restore.Said.Trim()));
        Assert.Empty(Directory.EnumerateFiles(place.Folder));

        await File.WriteAllBytesAsync(Place, (await File.ReadAllBytesAsync(Place))[..^200]);
        var cut = await KanalCommand.RunAsync($"restore {Place}", place.Settings());
        Assert.Equal((1, "This is no backup of Kanal's, or it was not written to its end."), (cut.ExitCode, cut.Said.Trim()));
    }

    [Fact]
    public async Task A_backup_is_not_restored_over_an_installation()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        Assert.Equal(0, (await KanalCommand.RunAsync($"backup {Place}", server.Storage.Settings())).ExitCode);
        var restore = await KanalCommand.RunAsync($"restore {Place}", server.Storage.Settings());
        Assert.Equal(2, restore.ExitCode);
        Assert.StartsWith("There is an installation here already.", restore.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_was_cut_off_is_begun_again_and_one_that_was_done_is_left_alone()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        var visitor = await organisation.NewConversationAsync();
        var file = (await visitor.UploadAsync(_picture, "telt.png", "image/png")).Expect(HttpStatusCode.Created)["id"]!;
        Assert.Equal(0, (await KanalCommand.RunAsync($"backup {Place}", server.Storage.Settings())).ExitCode);
        await using var place = TestStorage.OnSqlite();
        var kept = Path.Combine(place.Folder, "files", file[7..9], file);
        // As a process leaves it that is killed between its files and its rows.
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        await File.WriteAllBytesAsync(kept, _picture[..10]);
        Assert.Equal(2, (await KanalCommand.RunAsync($"restore {Place}", place.Settings())).ExitCode);
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "restore.begun"), "");
        Assert.Equal(0, (await KanalCommand.RunAsync($"restore {Place}", place.Settings())).ExitCode);
        Assert.Equal(_picture, await File.ReadAllBytesAsync(kept));
        // And as one that is killed when all of it was done.
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "restore.begun"), "");
        Assert.Equal(2, (await KanalCommand.RunAsync($"restore {Place}", place.Settings())).ExitCode);
        Assert.Equal(_picture, await File.ReadAllBytesAsync(kept));
    }

    [Fact]
    public async Task Where_nothing_is_there_is_nothing_to_back_up()
    {
        var backup = await KanalCommand.RunAsync($"backup {Place}");
        Assert.Equal((2, "There is no installation here: nothing was written."), (backup.ExitCode, backup.Said.Trim()));
        Assert.False(File.Exists(Place));
    }

    [Fact]
    public async Task A_message_and_a_file_that_somebody_took_away_are_found()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        var visitor = await organisation.NewConversationAsync();
        (await visitor.SayAsync("To")).Expect(HttpStatusCode.Created);
        var file = (await visitor.UploadAsync(_picture, "telt.png", "image/png")).Expect(HttpStatusCode.Created)["id"]!;
        var whole = await KanalCommand.RunAsync("check", server.Storage.Settings());
        Assert.Contains("Messages are without gaps, and every file that is named is there.", whole.Said, StringComparison.Ordinal);
        await using (var database = StoragePlace.Open(server.Storage.Folder, server.Storage.Database))
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("delete from messages where sequence = 1"), CancellationToken.None);
        }

        Directory.Delete(Path.Combine(server.Storage.Folder, "files"), recursive: true);
        var damaged = await KanalCommand.RunAsync("check", server.Storage.Settings());
        Assert.Equal(1, damaged.ExitCode);
        Assert.Contains($"Messages are missing in {visitor.Conversation}.", damaged.Said, StringComparison.Ordinal);
        Assert.Contains($"Attachments are not in the data folder: {file}.", damaged.Said, StringComparison.Ordinal);
    }

    static async Task<List<string>> TablesAsync(string backup)
    {
        await using var zip = await ZipFile.OpenReadAsync(backup);
        List<string> lines = [];
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("tables/", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            lines.AddRange((await reader.ReadToEndAsync()).Split('\n').Order(StringComparer.Ordinal).Select(line => $"{entry.FullName} {line}"));
        }

        return lines;
    }
}
