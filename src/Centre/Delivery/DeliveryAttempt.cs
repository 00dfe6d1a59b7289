using Kanal.Centre.Letters;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Delivery;

/// <summary>Sends one letter, once.</summary>
public sealed class DeliveryAttempt(DeliveryRecords records, OutboundLetters letters, MailboxBook mailboxes, MailboxStates states, ISend channel, ILogger<DeliveryAttempt> log)
{
    internal async Task MakeAsync(DueLetter due, CancellationToken ct)
    {
        if (await records.ClaimAsync(due.LetterId, ct) is not { } claimed)
        {
            return;
        }

        try
        {
            await MakeAsync(due, claimed, ct);
        }
        finally
        {
            records.LetGo(claimed);
        }
    }

    async Task MakeAsync(DueLetter due, ClaimedLetter claimed, CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(claimed, ended.Token);
        var handed = false;
        SendOutcome outcome;
        try
        {
            outcome = await SendAsync(due, claimed, () =>
            {
                handed = true;
                return records.HandingAsync(claimed, ct);
            }, ct);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(trouble, "The letter {Letter} could not be sent", due.LetterId);
            outcome = SendOutcome.Of(claimed.Recipients, handed ? SendResult.Unknown : SendResult.Temporary, "Something went wrong here while this letter was sent; the log says what.");
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }

        if (outcome.Trouble is null)
        {
            states.Outgoing(due.MailboxId, Sending.Ready);
        }
        else
        {
            states.Outgoing(due.MailboxId, Sending.Trouble, outcome.Trouble);
        }

        await records.EndAsync(claimed, outcome, CancellationToken.None);
    }

    async Task<SendOutcome> SendAsync(DueLetter due, ClaimedLetter claimed, Func<Task> handing, CancellationToken ct)
    {
        if (await mailboxes.AccessAsync(due.MailboxId, ct) is not { Outgoing: not null } mailbox)
        {
            return SendOutcome.Of(claimed.Recipients, SendResult.Temporary, "This mailbox has no server for sending. Set one in the settings of email.");
        }

        return await channel.SendAsync(mailbox, await letters.ReadAsync(due.LetterId, mailbox, ct), claimed.Recipients, handing, ct);
    }

    // A large letter over a slow line takes longer than a claim holds.
    async Task RenewAsync(ClaimedLetter claimed, CancellationToken ct)
    {
        using var clock = new PeriodicTimer(DeliveryRecords.Claim / 3);
        try
        {
            while (await clock.WaitForNextTickAsync(ct))
            {
                await TryRenewAsync(claimed, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // Sent, or the server stops.
        }
    }

    // It holds for three turns of the clock: one that fails is made up for by the next.
    async Task TryRenewAsync(ClaimedLetter claimed, CancellationToken ct)
    {
        try
        {
            await records.RenewAsync(claimed, ct);
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(trouble, "The claim on the letter {Letter} could not be renewed; it is tried again", claimed.Letter);
        }
    }
}
