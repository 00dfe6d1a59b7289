using System.Security.Cryptography;
using Kanal.Centre.Attachments;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Pictures and files that articles bring with them. One that the article has already, byte for byte, is not taken again.</summary>
sealed class ArticlePictures(SourceFiles files, FileShelf shelf, ILookup<Id, KnownFile> known)
{
    const int Most = 200;

    readonly Dictionary<Id, byte[]?> _digests = [];

    /// <summary>Null where it can't be taken; then <paramref name="fault"/> says why.</summary>
    public PlannedFile? Take(PlannedArticle article, string path, out Sentence? fault)
    {
        fault = null;
        if (article.Files.TryGetValue(path, out var taken))
        {
            return taken;
        }

        if (article.Files.Count == Most)
        {
            fault = $"An article has at most {Most} files; {path} is left out.";
            return null;
        }

        if (Read(path, out fault) is not { } bytes)
        {
            return null;
        }

        var key = Key(article, bytes);
        taken = new PlannedFile(path, key ?? RandomNumberGenerator.GetHexString(32, lowercase: true), Path.GetFileName(path), key is null);
        article.Files[path] = taken;
        return taken;
    }

    byte[]? Read(string path, out Sentence? fault)
    {
        try
        {
            var bytes = files.Bytes(path, FileShelf.Largest);
            using var content = new MemoryStream(bytes ?? []);
            fault = bytes is null ? Sentence.Of($"{path} is too large: at most {FileShelf.Largest / 1024 / 1024} MB.")
                : bytes.Length == 0 ? Sentence.Of($"{path} is empty.")
                : FileKind.Of(content, Path.GetFileName(path)) is null ? Sentence.Of($"{path} is no picture or file that can be taken, so it is left out.")
                : null;
            return fault is null ? bytes : null;
        }
        catch (UnreadableException wrong)
        {
            fault = $"{path}: {wrong.Sentence}";
            return null;
        }
    }

    string? Key(PlannedArticle article, byte[] bytes)
    {
        if (article.Existing is not { } there)
        {
            return null;
        }

        var digest = SHA256.HashData(bytes);
        return known[there.Id].FirstOrDefault(file => file.Size == bytes.Length && Digest(file.Id) is { } other && other.AsSpan().SequenceEqual(digest))?.Key;
    }

    byte[]? Digest(Id file)
    {
        if (!_digests.TryGetValue(file, out var digest))
        {
            using var content = shelf.Open(file);
            digest = content is null ? null : SHA256.HashData(content);
            _digests[file] = digest;
        }

        return digest;
    }
}

/// <summary>A file that an article has.</summary>
sealed record KnownFile
{
    public Id Id { get; init; }
    public Id ArticleId { get; init; }
    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public long Size { get; init; }
}
