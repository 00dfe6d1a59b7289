using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>
/// Letters that can't be taken in for a reason of ours. After some tries their folder goes on without them: they are kept as they came, their mailbox
/// says so, and they can be tried again by hand.
/// </summary>
public sealed class SetAsideLetters(Database database, LetterShelf shelf, IReadLetters reader, DeskFeed desk, IdSource ids, TimeProvider time)
{
    const int Tries = 5;
    const int LongestReason = 1_000;

    /// <summary>Whether this is about the letter. What is the disk's, the database's or nobody's passes, however often it is tried.</summary>
    public static bool IsAboutOne(Exception why) =>
        why is not (RefusedException { Kind: Refusal.NotFound } or JournalFullException) && StorageTrouble.In(why) is null;

    /// <summary>It could not be taken in once more.</summary>
    /// <param name="source">Where it lies.</param>
    /// <param name="write">Writes it as it came.</param>
    /// <returns>Whether it is set aside now, so that its folder may go on.</returns>
    public async Task<bool> FailedAsync(Id mailbox, string source, Exception why, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        var row = await CountAsync(mailbox, source, why, ct);
        if (row.Tries < Tries)
        {
            return false;
        }

        await shelf.KeepAsync(row.Id, write, ct);
        await using var raw = shelf.Open(row.Id) ?? throw new InvalidOperationException("A letter kept a moment ago is not there.");
        var head = Head(raw);
        await database.WriteAsync(sql => sql.ExecuteAsync("update set_aside_letters set set_aside_at = @now, sender = @sender, subject = @subject, size = @Length where id = @Id",
            new { row.Id, now = time.GetUtcNow(), sender = Plain(head.Sender), subject = Plain(head.Subject), raw.Length }), ct);
        Tell();
        return true;
    }

    internal Task<SetAsideRow> CountAsync(Id mailbox, string source, Exception why, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        await sql.ExecuteAsync("""
            insert into set_aside_letters (id, mailbox_id, source, tries, reason) values (@id, @mailbox, @source, 1, @reason)
            on conflict (mailbox_id, source) do update set tries = set_aside_letters.tries + 1, reason = excluded.reason
            """, new { id = ids.Next(), mailbox, source, reason = LetterFiles.Plain(why.Message, LongestReason) });
        return await SetAsideRow.FindAsync(sql, mailbox, source);
    }, ct);

    internal void Tell() => desk.Tell("settings", new SettingsChanged("mailboxes"));

    static string? Plain(string? text) => text is null ? null : Subjects.Clean(LetterFiles.Plain(text, 2_000));

    // It may be the head that can't be read: then it stands there without a name.
    LetterHead Head(Stream raw)
    {
        try
        {
            return reader.Head(raw);
        }
        catch (Exception unreadable) when (IsAboutOne(unreadable))
        {
            return new LetterHead(null, null);
        }
    }
}
