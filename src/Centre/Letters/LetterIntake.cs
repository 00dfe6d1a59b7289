using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>
/// The door in for letters. Each is taken once, by whichever way and however often it comes: its original is on disk first, then its row with
/// the conversation that was chosen, then its message. Whoever is killed in between goes on where the other stopped.
/// </summary>
public sealed class LetterIntake(Database database, IReadLetters reader, LetterFiles files, LetterChoice choice, LetterPlacing placing, TimeProvider time)
{
    const int LongestText = 60_000;
    const int LongestWhole = 4_000_000;

    /// <param name="mailbox">To which it came.</param>
    /// <param name="source">Where it lies there, so that it needs not be fetched to be known again; null where it was handed in.</param>
    /// <param name="write">Writes it as it came.</param>
    /// <returns>What came of it; it is on disk.</returns>
    /// <exception cref="RefusedException">There is no such mailbox.</exception>
    public async Task<TakenLetter> TakeAsync(Id mailbox, string? source, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        if (source is not null && await database.ReadAsync(sql => LetterChoice.FindAsync(sql, mailbox, source, null), ct) is { } known)
        {
            return await AgainAsync(known);
        }

        var id = files.NextId();
        await files.KeepOriginalAsync(id, write, ct);
        List<LetterFile> kept = [];
        try
        {
            await using var raw = files.Original(id);
            var letter = reader.Read(raw);
            if (await database.ReadAsync(sql => LetterChoice.FindAsync(sql, mailbox, source, letter.Digest), ct) is { } before)
            {
                files.Drop(id, kept);
                return await AgainAsync(before);
            }

            kept = await files.KeepAsync(letter, ct);
            var row = Row(id, mailbox, source, letter, kept);
            var chosen = await database.WriteAsync(sql => choice.ChooseAsync(sql, row, letter), ct);
            if (chosen.Repeat)
            {
                files.Drop(id, kept);
            }

            await placing.PlaceAsync(chosen, CancellationToken.None);
            return TakenLetter.Of(chosen.Row, chosen.Repeat);
        }
        catch
        {
            if (await database.ReadAsync(sql => LetterRow.FindAsync(sql, id), CancellationToken.None) is null)
            {
                files.Drop(id, kept);
            }

            throw;
        }
    }

    async Task<TakenLetter> AgainAsync(LetterRow row)
    {
        await placing.PlaceAsync(row, CancellationToken.None);
        return TakenLetter.Of(row, true);
    }

    LetterRow Row(Id id, Id mailbox, string? source, InboundLetter letter, List<LetterFile> kept) => new()
    {
        Id = id,
        MailboxId = mailbox,
        Kind = LetterKind.Letter,
        Author = Conversations.Author.Visitor,
        ClientId = $"letter:{id}",
        Source = source,
        Digest = letter.Digest,
        MessageId = letter.MessageId is { Length: > 0 and <= 500 } messageId ? LetterFiles.Plain(messageId, 500) : null,
        InReplyTo = letter.InReplyTo is [var first, ..] ? LetterFiles.Plain(first, 500) : null,
        Thread = LetterFiles.Plain(string.Join(' ', letter.References.TakeLast(30)), 10_000),
        Subject = Subjects.Clean(LetterFiles.Plain(letter.Subject, 2_000)),
        People = Json.From(LetterPeople.Of(letter)).Replace("\\u0000", "", StringComparison.Ordinal),
        Text = LetterFiles.Plain(letter.Text, LongestText).Trim(),
        Html = letter.Html is { } html ? LetterFiles.Plain(html, LongestWhole) : null,
        Quoted = letter.Quoted is { Length: > 0 } quoted ? LetterFiles.Plain(quoted, LongestWhole) : null,
        Signature = letter.Signature is { Length: > 0 } signature ? LetterFiles.Plain(signature, LongestText) : null,
        RemotePictures = letter.HasRemotePictures,
        Flags = Json.From(letter.Flags),
        Files = kept.Count == 0 ? null : Json.From(kept),
        Original = true,
        DatedAt = letter.Date,
        WrittenAt = time.GetUtcNow(),
    };
}

/// <summary>What came of a letter.</summary>
/// <param name="Repeat">It was taken before.</param>
public sealed record TakenLetter(Id Letter, Id? Conversation, Became Became, bool Repeat)
{
    internal static TakenLetter Of(LetterRow row, bool repeat) => new(row.Id, row.ConversationId, row.Became, repeat);
}
