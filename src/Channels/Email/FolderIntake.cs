using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Servers;
using Microsoft.Extensions.Logging;

namespace Kanal.Channels.Email;

/// <summary>Takes in what is new in a folder: each letter first, its place afterwards, so that whoever dies in between meets it again and knows it.</summary>
sealed class FolderIntake(LetterIntake intake, SetAsideLetters aside, MailboxPositions positions, ILogger<FolderIntake> log)
{
    // Servers count in whole seconds, and by clocks of their own.
    static readonly TimeSpan _slack = TimeSpan.FromSeconds(30);

    /// <param name="connection">In which the folder is chosen.</param>
    public async Task TakeAsync(MailAccess mailbox, string folder, FolderState state, ImapConnection connection, CancellationToken ct)
    {
        if (await positions.ReadAsync(mailbox.Mailbox, folder, state.UidValidity, ct) is not { } last)
        {
            // What lay here before this mailbox was connected is history: only what comes from now on is work.
            last = await FirstAsync(mailbox, folder, state, connection, ct);
        }

        foreach (var uid in await connection.UidsAfterAsync((uint)last, ct))
        {
            await TakeAsync(mailbox, folder, state, connection, uid, ct);
            await positions.MoveAsync(mailbox.Mailbox, folder, state.UidValidity, uid, ct);
        }
    }

    async Task TakeAsync(MailAccess mailbox, string folder, FolderState state, ImapConnection connection, uint uid, CancellationToken ct)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"{folder}/{state.UidValidity}/{uid}");
        async Task FetchAsync(Stream file, CancellationToken stop)
        {
            if (await connection.FetchToAsync(uid, file, stop) is null)
            {
                throw new GoneException();
            }
        }

        try
        {
            await TakeAsync(mailbox, source, FetchAsync, ct);
        }
        catch (GoneException)
        {
            // Somebody was quicker and deleted it.
        }
        catch (RefusedException refused) when (refused.Kind == Refusal.TooLarge)
        {
            log.LogWarning("The letter {Uid} in {Folder} of {Mailbox} was left there: {Reason}", uid, folder, mailbox.Address, refused.Message);
        }
    }

    // What goes wrong with one letter, and with it alone, must not keep those behind it out for ever.
    async Task TakeAsync(MailAccess mailbox, string source, Func<Stream, CancellationToken, Task> fetch, CancellationToken ct)
    {
        try
        {
            await intake.TakeAsync(mailbox.Mailbox, source, fetch, ct);
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested && trouble is not (GoneException or MailFault or RefusedException { Kind: Refusal.TooLarge }) && SetAsideLetters.IsAboutOne(trouble))
        {
            if (!await aside.FailedAsync(mailbox.Mailbox, source, trouble, fetch, ct))
            {
                throw;
            }

            log.LogError(trouble, "The letter {Source} of {Mailbox} could not be taken in and is set aside; its folder goes on", source, mailbox.Address);
        }
    }

    // From the newest back: what came since the mailbox was connected is work, even where the folder was made anew; it is known again by what it is.
    async Task<long> FirstAsync(MailAccess mailbox, string folder, FolderState state, ImapConnection connection, CancellationToken ct)
    {
        var uids = await connection.UidsAfterAsync(0, ct);
        var last = uids.Count - 1;
        while (last >= 0 && (await connection.DetailsAsync(uids[last], ct))?.Received >= mailbox.ConnectedAt - _slack)
        {
            last--;
        }

        var before = last < 0 ? 0 : uids[last];
        await positions.MoveAsync(mailbox.Mailbox, folder, state.UidValidity, before, ct);
        return before;
    }

    sealed class GoneException : Exception;
}
