using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Knowledge;

/// <summary>Writes counts, as many as have come in while the last were written.</summary>
public sealed class CountingLoop(Counting counting, Database database, ILogger<CountingLoop> log) : BackgroundService
{
    const int MostAtOnce = 500;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WriteAsync(stoppingToken), counting.FollowAsync(stoppingToken));

    async Task WriteAsync(CancellationToken stoppingToken)
    {
        while (await counting.Waiting.WaitToReadAsync(stoppingToken))
        {
            List<Counted> counts = [];
            while (counts.Count < MostAtOnce && counting.Waiting.TryRead(out var counted))
            {
                counts.Add(counted);
            }

            try
            {
                await database.WriteAsync(async sql =>
                {
                    await MostSought.WriteAsync(sql, counts);
                    await SearchesInVain.WriteAsync(sql, counts);
                    await VainSteps.WriteAsync(sql, counts);
                }, stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "{Count} counts of what visitors read and sought were lost", counts.Count);
            }
        }
    }
}
