using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Delivery;

/// <summary>Sends what is in the outbox: when something is put there, and when it is time to try again.</summary>
public sealed class DeliveryLoop(DeliveryRecords records, DeliveryAttempt attempt, Outbox outbox, Database database, TimeProvider time, ILogger<DeliveryLoop> log) : BackgroundService
{
    const int AtOnce = 50;

    static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);

    // Another node may have died; and a clock may have been set.
    readonly TimeSpan _longest = database is SqliteDatabase ? TimeSpan.FromMinutes(1) : _rest;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = time.GetUtcNow() + _rest;
            try
            {
                var due = await RoundAsync(stoppingToken);
                var latest = time.GetUtcNow() + _longest;
                next = due < latest ? due.Value : latest;
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "A round of the outbox failed; it goes again");
            }

            await outbox.Bell.WaitAsync(next, stoppingToken);
        }
    }

    // Mailboxes are served side by side, the letters of one after each other.
    async Task<DateTimeOffset?> RoundAsync(CancellationToken ct)
    {
        await records.RescueAsync(ct);
        while (await records.DueAsync(AtOnce, ct) is { Count: > 0 } due)
        {
            await Task.WhenAll(due.GroupBy(letter => letter.MailboxId).Select(async letters =>
            {
                foreach (var letter in letters)
                {
                    await attempt.MakeAsync(letter, ct);
                }
            }));
        }

        return await records.NextAsync(ct);
    }
}
