using System.Text;
using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>What came with a letter, on the shelf with other files. Nothing is refused: what is of no kind that we know is kept to be saved.</summary>
public sealed class LetterFiles(FileShelf shelf, LetterShelf originals, IdSource ids)
{
    const int Most = 100;

    internal Id NextId() => ids.Next();

    internal Task KeepOriginalAsync(Id letter, Func<Stream, CancellationToken, Task> write, CancellationToken ct) => originals.KeepAsync(letter, write, ct);

    internal Stream Original(Id letter) => originals.Open(letter) ?? throw new InvalidOperationException("A letter kept a moment ago is not there.");

    internal async Task<List<LetterFile>> KeepAsync(InboundLetter letter, CancellationToken ct)
    {
        var kept = new List<LetterFile>();
        foreach (var file in letter.Files.Take(Most))
        {
            await using var content = file.Open();
            kept.Add(new LetterFile(await shelf.KeepAsync(ids.Next(), content, file.Name, LetterShelf.Largest, ct), file.ContentId));
        }

        return kept;
    }

    /// <summary>Takes away what was kept for a letter that is there already.</summary>
    internal void Drop(Id letter, IReadOnlyList<LetterFile> files)
    {
        originals.Remove(letter);
        foreach (var file in files)
        {
            shelf.Remove(file.File.Id);
        }
    }

    internal static async Task InsertAsync(Sql sql, IReadOnlyList<LetterFile> files, Id site, Id conversation, Author author, Id? agent, DateTimeOffset now)
    {
        foreach (var file in files)
        {
            await FileStore.InsertAsync(sql, file.File, site, conversation, author, agent, now);
        }
    }

    /// <summary>Text as both databases keep it.</summary>
    internal static string Plain(string text, int longest)
    {
        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            plain.Append(rune.Value is 0 or '\r' ? "" : rune.ToString());
        }

        return plain.ToString();
    }
}
