using Kanal.Centre.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Planning;

/// <summary>Counts in the background, so that whoever plans finds it done. Of several nodes, the one that leads does it.</summary>
public sealed class PlanningClock(HistoryUpkeep upkeep, ForecastKeeping keeping, RoutingLease lease, TimeProvider time, ILogger<PlanningClock> log) : BackgroundService
{
    static readonly TimeSpan _first = TimeSpan.FromSeconds(15);
    static readonly TimeSpan _every = TimeSpan.FromMinutes(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A server that starts has something better to do.
        await Task.Delay(_first, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            await lease.HeldAsync(stoppingToken);
            try
            {
                await upkeep.GoAsync(stoppingToken);
                await keeping.KeepAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "What came could not be counted for planning; it is counted again");
            }

            await Task.Delay(_every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
