using Kanal.Centre.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Menus;

/// <summary>Writes decisions, as many as have come in while the last were written, and forgets old ones: each node its own, and old ones where it leads.</summary>
public sealed class DecisionLoop(DecisionInbox inbox, DecisionBook book, RoutingLease lease, TimeProvider time, ILogger<DecisionLoop> log) : BackgroundService
{
    const int MostAtOnce = 500;

    static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WriteAsync(stoppingToken), ForgetAsync(stoppingToken));

    async Task WriteAsync(CancellationToken stoppingToken)
    {
        while (await inbox.Waiting.WaitToReadAsync(stoppingToken))
        {
            List<KeptDecision> decisions = [];
            while (decisions.Count < MostAtOnce && inbox.Waiting.TryRead(out var decision))
            {
                decisions.Add(decision);
            }

            await TryAsync(book.WriteAsync(decisions, stoppingToken), "Decisions about menus were lost", stoppingToken);
        }
    }

    async Task ForgetAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_hour, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await lease.HeldAsync(stoppingToken);
            await TryAsync(book.ForgetAsync(stoppingToken), "Old decisions about menus could not be taken away; it is tried again in an hour", stoppingToken);
        }
    }

    async Task TryAsync(Task work, string otherwise, CancellationToken stoppingToken)
    {
        try
        {
            await work;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            log.LogError(trouble, "{Trouble}", otherwise);
        }
    }
}
