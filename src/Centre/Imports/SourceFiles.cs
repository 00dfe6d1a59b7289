using System.IO.Compression;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>The files that were given: those of a zip, or one alone. Nothing is ever written under the names that stand in a zip, and nothing is read further than it may be large.</summary>
sealed class SourceFiles : IDisposable
{
    readonly Dictionary<string, Func<Stream>> _files = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _folded = new(StringComparer.OrdinalIgnoreCase);
    readonly List<ImportFault> _refused = [];
    readonly ZipArchive? _zip;
    long _textLeft = ImportLimits.MostText;

    /// <param name="content">Can be sought in; the caller closes it afterwards.</param>
    /// <param name="name">As the sender has it; its end tells what it is.</param>
    /// <exception cref="UnreadableException">Nothing of it can be read.</exception>
    public SourceFiles(Stream content, string name)
    {
        if (!name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            _files[Path.GetFileName(name)] = () => new Unclosed(content);
            return;
        }

        try
        {
            ZipList.Check(content);
            _zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in _zip.Entries)
            {
                Add(entry);
            }
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException("This zip is damaged.");
        }
    }

    /// <summary>In an order that is always the same.</summary>
    public IEnumerable<string> Paths => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>What was not even looked at, and why.</summary>
    public IReadOnlyList<ImportFault> Refused => _refused;

    public bool Has(string path) => _files.ContainsKey(path);

    /// <summary>The file's path as it is written here; capitals may differ, as they may where most such files come from.</summary>
    public string? Find(string path) => _files.ContainsKey(path) ? path : _folded.GetValueOrDefault(path);

    public Stream Open(string path) => _files[path]();

    /// <exception cref="UnreadableException">It is too large or in no encoding that can be told.</exception>
    public string Text(string path)
    {
        var bytes = Bytes(path, ImportLimits.LargestText) ?? throw new UnreadableException($"This is too large: at most {ImportLimits.LargestText / 1024 / 1024} MB of text.");
        _textLeft -= bytes.Length;
        return _textLeft < 0 ? throw new UnreadableException($"There is too much text in all of this: at most {ImportLimits.MostText / 1024 / 1024} MB.") : SourceEncoding.Read(bytes, path);
    }

    /// <summary>Null where it is larger.</summary>
    public byte[]? Bytes(string path, long largest)
    {
        try
        {
            using var file = Open(path);
            using var read = new MemoryStream();
            var piece = new byte[64 * 1024];
            for (int count; (count = file.Read(piece)) > 0;)
            {
                if (read.Length + count > largest)
                {
                    return null;
                }

                read.Write(piece, 0, count);
            }

            return read.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException("This file is damaged, or packed in a way that can't be read.");
        }
    }

    public void Dispose() => _zip?.Dispose();

    void Add(ZipArchiveEntry entry)
    {
        var path = entry.FullName.Replace('\\', '/');
        if (path.EndsWith('/') || SourceName.IsNoise(path))
        {
            return;
        }

        if ((SourceName.Fault(path) ?? Fault(entry)) is { } sentence)
        {
            _refused.Add(new ImportFault(SourceName.Shown(path), null, sentence));
        }
        else if (!_files.TryAdd(path, entry.Open))
        {
            _refused.Add(new ImportFault(path, null, "There is a second file of this name; the first was taken."));
        }
        else
        {
            _folded.TryAdd(path, path);
        }
    }

    static Sentence? Fault(ZipArchiveEntry entry) =>
        (entry.ExternalAttributes >> 16 & 0xF000) == 0xA000 ? Sentence.Of("This is a link to another file. Put the file itself here.")
        : entry.IsEncrypted ? Sentence.Of("This is protected by a password.")
        : entry.Length > 1024 * 1024 && entry.Length / Math.Max(1, entry.CompressedLength) > ImportLimits.MostExpanded ? Sentence.Of("This would become far larger than it is in the zip, so it was not opened.")
        : null;

    // A file alone can be read more than once, and its owner closes it.
    sealed class Unclosed : MemoryStream
    {
        public Unclosed(Stream content)
        {
            content.Position = 0;
            var piece = new byte[64 * 1024];
            for (int count; Length <= ImportLimits.LargestText && (count = content.Read(piece)) > 0;)
            {
                Write(piece, 0, count);
            }

            Position = 0;
        }
    }
}
