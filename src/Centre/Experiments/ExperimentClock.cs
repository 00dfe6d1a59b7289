using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Experiments;

/// <summary>Writes down whom experiments have met, as many as have come while the last were written, and looks at the experiments now and then.</summary>
public sealed class ExperimentClock(ExperimentArms arms, ExperimentRounds rounds, SiteDirectory sites, Database database, TimeProvider time, ILogger<ExperimentClock> log) : BackgroundService
{
    const int MostAtOnce = 1_000;
    const int LooksAfter = 10;

    static readonly TimeSpan _every = TimeSpan.FromSeconds(30);

    // What is lost when the machine dies is no more than this; a visitor who comes again is met again.
    static readonly TimeSpan _rest = TimeSpan.FromMilliseconds(200);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await rounds.FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WriteAsync(stoppingToken), LookAsync(stoppingToken));

    async Task WriteAsync(CancellationToken ct)
    {
        while (await arms.Waiting.WaitToReadAsync(ct))
        {
            List<MetVisitor> met = [];
            while (met.Count < MostAtOnce && arms.Waiting.TryRead(out var visitor))
            {
                met.Add(visitor);
            }

            await TryAsync(() => database.WriteAsync(sql => sql.ExecuteAsync("""
                insert into experiment_visitors (experiment_id, visitor, arm, met_at)
                select @Experiment, @Visitor, @Arm, @At from experiments where id = @Experiment and state = 'running'
                on conflict (experiment_id, visitor) do nothing
                """, met.ConvertAll(one => new { one.Experiment, one.Visitor, one.Arm, one.At })), ct), "Whom an experiment has met could not be written", arms.Forget, ct);
            await Task.Delay(_rest, TimeProvider.System, ct);
        }
    }

    async Task LookAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(_every, time);
        for (var tick = 1; await timer.WaitForNextTickAsync(ct); tick++)
        {
            await TryAsync(() => rounds.FollowAsync(ct), "Which experiments run could not be read", null, ct);
            if (tick % LooksAfter == 0)
            {
                foreach (var running in arms.Running)
                {
                    await TryAsync(() => LookAsync(running, ct), "An experiment could not be read", null, ct);
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

    async Task TryAsync(Func<Task> work, string what, Action? otherwise, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            otherwise?.Invoke();
            log.LogError(trouble, "{What}; it is tried again", what);
        }
    }
}
