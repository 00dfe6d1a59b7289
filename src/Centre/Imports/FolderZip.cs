using System.IO.Compression;

namespace Kanal.Centre.Imports;

/// <summary>Packs a folder as people would, so that it comes in through the same door as any zip. Links are left out: they may lead anywhere, and back to where they stand.</summary>
public static class FolderZip
{
    /// <param name="leaveOut">Told of every link.</param>
    /// <returns>The zip, in a file that goes when it is closed.</returns>
    public static Stream Pack(string folder, Action<string> leaveOut)
    {
        var packed = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Pack(zip, new DirectoryInfo(folder), "", leaveOut);
        }

        packed.Position = 0;
        return packed;
    }

    static void Pack(ZipArchive zip, DirectoryInfo folder, string above, Action<string> leaveOut)
    {
        foreach (var one in folder.EnumerateFileSystemInfos().OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            if (one.LinkTarget is not null)
            {
                leaveOut(above + one.Name);
            }
            else if (one is DirectoryInfo inside)
            {
                Pack(zip, inside, $"{above}{one.Name}/", leaveOut);
            }
            else
            {
                zip.CreateEntryFromFile(one.FullName, above + one.Name, CompressionLevel.Fastest);
            }
        }
    }
}
