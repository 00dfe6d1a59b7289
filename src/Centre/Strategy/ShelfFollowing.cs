using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Strategy;

/// <summary>Reads the strategies before anybody is served, and what other nodes publish from then on.</summary>
public sealed class ShelfFollowing(StrategyShelf shelf, TimeProvider time, ILogger<ShelfFollowing> log) : BackgroundService
{
    static readonly TimeSpan _every = TimeSpan.FromSeconds(30);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await shelf.FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await shelf.FollowAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "The strategies could not be read anew; those there are hold on");
            }
        }
    }
}
