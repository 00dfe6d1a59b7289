using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>A letter that is set aside, or on its way there.</summary>
sealed record SetAsideRow
{
    public Id Id { get; init; }
    public Id MailboxId { get; init; }
    public string Source { get; init; } = "";
    public int Tries { get; init; }
    public string Reason { get; init; } = "";
    public DateTimeOffset? SetAsideAt { get; init; }
    public string? Sender { get; init; }
    public string? Subject { get; init; }
    public long? Size { get; init; }

    public SetAsideLetter ToLetter() => new(Id, SetAsideAt ?? default, Sender, Subject, Size ?? 0, Folder, Tries, Reason);

    // Behind it stand the folder's validity and the letter's number.
    string Folder => string.Join('/', Source.Split('/')[..^2]);

    public static async Task<SetAsideRow> FindAsync(Sql sql, Id mailbox, string source) =>
        await sql.FirstAsync<SetAsideRow>("select * from set_aside_letters where mailbox_id = @mailbox and source = @source", new { mailbox, source }) ?? throw RefusedException.NotFound("letter");

    public static async Task<SetAsideRow> FindAsync(Sql sql, Id mailbox, Id id) =>
        await sql.FirstAsync<SetAsideRow>("select * from set_aside_letters where mailbox_id = @mailbox and id = @id and set_aside_at is not null", new { mailbox, id }) ?? throw RefusedException.NotFound("letter");
}

/// <summary>A letter that could not be taken in, so that its folder goes on without it.</summary>
/// <param name="From">As it says; null where that can't be read.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Folder">In which it lies.</param>
/// <param name="Reason">What went wrong the last time, for whoever looks for the cause.</param>
public sealed record SetAsideLetter(Id Id, DateTimeOffset At, string? From, string? Subject, long Size, string Folder, int Tries, string Reason);
