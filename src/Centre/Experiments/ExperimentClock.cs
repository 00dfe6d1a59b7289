using Kanal.Centre.Routing;
using Kanal.Centre.Sites;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Experiments;

/// <summary>Sees which experiments run, and looks at how they stand now and then: of several nodes, the one that leads looks.</summary>
public sealed class ExperimentClock(ExperimentArms arms, ExperimentRounds rounds, SiteDirectory sites, RoutingLease lease, TimeProvider time, ILogger<ExperimentClock> log) : BackgroundService
{
    const int LooksAfter = 10;

    static readonly TimeSpan _every = TimeSpan.FromSeconds(30);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await rounds.FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        for (var tick = 1; await timer.WaitForNextTickAsync(stoppingToken); tick++)
        {
            await TryAsync(() => rounds.FollowAsync(stoppingToken), "Which experiments run could not be read", stoppingToken);
            if (tick % LooksAfter == 0 && lease.IsHeld)
            {
                foreach (var running in arms.Running)
                {
                    await TryAsync(() => LookAsync(running, stoppingToken), "An experiment could not be read", stoppingToken);
                }
            }
        }
    }

    async Task LookAsync(RunningExperiment running, CancellationToken ct)
    {
        if (await sites.FindAsync(running.Site, ct) is { } site)
        {
            await rounds.LookAsync(site, running.Id, ct);
        }
    }

    async Task TryAsync(Func<Task> work, string what, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(trouble, "{What}; it is tried again", what);
        }
    }
}
