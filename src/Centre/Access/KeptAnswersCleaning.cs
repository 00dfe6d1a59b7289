using Kanal.Centre.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Access;

/// <summary>Throws kept answers away after their day.</summary>
sealed class KeptAnswersCleaning(KeptAnswers answers, RoutingLease lease, TimeProvider time, ILogger<KeptAnswersCleaning> log) : BackgroundService
{
    static readonly TimeSpan _step = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_step, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await lease.HeldAsync(stoppingToken);
            try
            {
                await answers.CleanAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "Old answers could not be thrown away; it is tried again in an hour");
            }
        }
    }
}
