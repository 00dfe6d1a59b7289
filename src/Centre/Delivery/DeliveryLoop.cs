using System.Collections.Concurrent;
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

    readonly ConcurrentDictionary<Id, bool> _served = new();
    readonly List<Task> _serving = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await GoAsync(stoppingToken);
        }
        finally
        {
            await Task.WhenAll(_serving);
        }
    }

    async Task GoAsync(CancellationToken stoppingToken)
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

    // Mailboxes are served side by side, the letters of one after each other: none waits for a server that is not its own.
    async Task<DateTimeOffset?> RoundAsync(CancellationToken ct)
    {
        await records.RescueAsync(ct);
        _serving.RemoveAll(task => task.IsCompleted);
        var waiting = (await records.WaitingAsync(ct)).FindAll(its => !_served.ContainsKey(its.MailboxId));
        var now = time.GetUtcNow();
        foreach (var its in waiting.Where(its => its.DueAt <= now))
        {
            _served[its.MailboxId] = true;
            _serving.Add(ServeAsync(its.MailboxId, ct));
        }

        var next = waiting.Where(its => its.DueAt > now).Select(its => (DateTimeOffset?)its.DueAt).Min();
        return await records.NextAsync(next, ct);
    }

    async Task ServeAsync(Id mailbox, CancellationToken ct)
    {
        try
        {
            while (await records.DueAsync(mailbox, AtOnce, ct) is { Count: > 0 } due)
            {
                foreach (var letter in due)
                {
                    await attempt.MakeAsync(letter, ct);
                }
            }
        }
        catch (Exception trouble)
        {
            if (!ct.IsCancellationRequested)
            {
                log.LogError(trouble, "The letters of a mailbox could not be sent; it goes again");
            }

            await Task.Delay(_rest, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _served.TryRemove(mailbox, out _);
        outbox.Ring();
    }
}
