using System.Security.Cryptography;
using Kanal.Centre;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Web.Hosting;

/// <summary>
/// Attachments, letters and the key for mailboxes' passwords lie in the data folder, so all nodes on one database must have the same one. A folder is
/// known by a mark in it, and the database knows the mark of the folder that is used.
/// </summary>
sealed class SharedFolder(ServerSettings server, NodeBell bell, Settings settings, DataFolder data) : IHostedService
{
    const string Setting = "data-folder";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (server.Database is null)
        {
            return;
        }

        var here = await MarkAsync(cancellationToken);
        if (await settings.ReadOrMakeAsync(Setting, () => here, cancellationToken) == here)
        {
            return;
        }

        if (bell.Nodes.Count > 1)
        {
            throw new SettingException("KANAL_DATA", $"{data.Folder} is not the folder that the other nodes have. Attachments, letters and the key for mailboxes' passwords lie in it, so all nodes share one: mount it on this machine and name the place here");
        }

        // Nobody else is there: the folder was moved, brought back from a backup, or is meant to be another one.
        await settings.WriteAsync(Setting, here, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task<string> MarkAsync(CancellationToken ct)
    {
        try
        {
            return await MarkAsync(Path.Combine(Directory.CreateDirectory(data.Folder).FullName, "folder.mark"), ct);
        }
        catch (Exception trouble) when (trouble is UnauthorizedAccessException or IOException && StorageTrouble.In(trouble) is null)
        {
            throw new SettingException("KANAL_DATA", $"nothing can be written into {data.Folder}. The folder and what is in it must belong to the account that Kanal runs under, on a disk that can be written");
        }
    }

    // Of two who make it at once, one does.
    static async Task<string> MarkAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
            await File.WriteAllTextAsync(temporary, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), ct);
            try
            {
                File.Move(temporary, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(temporary);
            }
        }

        return (await File.ReadAllTextAsync(path, ct)).Trim();
    }
}
