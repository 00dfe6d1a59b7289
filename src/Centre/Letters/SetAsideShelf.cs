using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Letters;

/// <summary>What people do with letters that are set aside: look at them, try them again, or leave them be.</summary>
public sealed class SetAsideShelf(Database database, LetterIntake intake, LetterShelf shelf, SetAsideLetters aside, Audit audit, ILogger<SetAsideShelf> log)
{
    /// <summary>The newest first.</summary>
    public async Task<List<SetAsideLetter>> ListAsync(Id mailbox, CancellationToken ct) => (await database.ReadAsync(sql => sql.QueryAsync<SetAsideRow>(
        "select * from set_aside_letters where mailbox_id = @mailbox and set_aside_at is not null order by id desc limit 200", new { mailbox }), ct)).ConvertAll(row => row.ToLetter());

    /// <summary>As it came, which the caller closes.</summary>
    public async Task<Stream> OriginalAsync(Id mailbox, Id id, CancellationToken ct) => Open(await FindAsync(mailbox, id, ct));

    /// <exception cref="RefusedException"><c>set-aside-again</c>: it can't be taken in this time either.</exception>
    public async Task<TakenLetter> RetryAsync(Id mailbox, Id id, CancellationToken ct)
    {
        var row = await FindAsync(mailbox, id, ct);
        await using var original = Open(row);
        try
        {
            var taken = await intake.TakeAsync(mailbox, row.Source, (file, stop) => original.CopyToAsync(file, stop), ct);
            await ForgetAsync(row);
            return taken;
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested && trouble is not RefusedException && SetAsideLetters.IsAboutOne(trouble))
        {
            await aside.CountAsync(mailbox, row.Source, trouble, CancellationToken.None);
            log.LogError(trouble, "The letter {Id} that is set aside could not be taken in this time either", id);
            throw RefusedException.Conflict("set-aside-again", $"It could not be taken in this time either: {trouble.Message}");
        }
    }

    /// <summary>Nobody needs it here. It stays where it lies in the mailbox.</summary>
    public async Task DropAsync(Id mailbox, Id id, Caller caller, CancellationToken ct)
    {
        var row = await FindAsync(mailbox, id, ct);
        await database.WriteAsync(sql => audit.NoteAsync(sql, caller, "letter.dropped", $"{row.Sender} {row.Subject}".Trim()), ct);
        await ForgetAsync(row);
    }

    async Task ForgetAsync(SetAsideRow row)
    {
        await database.WriteAsync(sql => sql.ExecuteAsync("delete from set_aside_letters where id = @Id", new { row.Id }), CancellationToken.None);
        shelf.Remove(row.Id);
        aside.Tell();
    }

    Task<SetAsideRow> FindAsync(Id mailbox, Id id, CancellationToken ct) => database.ReadAsync(sql => SetAsideRow.FindAsync(sql, mailbox, id), ct);

    Stream Open(SetAsideRow row) => shelf.Open(row.Id) ?? throw RefusedException.NotFound("letter");
}
