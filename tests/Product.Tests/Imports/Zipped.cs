using System.IO.Compression;
using System.Text;

namespace Kanal.Product.Tests.Imports;

/// <summary>Zips as people and others make them.</summary>
public static class Zipped
{
    public static readonly byte[] Picture = [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[100]];

    public static byte[] Of(params (string Path, string Text)[] files) => Made(zip =>
    {
        foreach (var (path, text) in files)
        {
            Put(zip, path, Encoding.UTF8.GetBytes(text));
        }
    });

    public static byte[] Made(Action<ZipArchive> fill)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        return made.ToArray();
    }

    public static ZipArchiveEntry Put(ZipArchive zip, string path, byte[] content)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        using var writing = entry.Open();
        writing.Write(content);
        return entry;
    }

    /// <summary>Every file by its path.</summary>
    public static SortedDictionary<string, string> Read(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reading = new StreamReader(entry.Open(), Encoding.UTF8);
            files[entry.FullName] = reading.ReadToEnd();
        }

        return files;
    }
}
