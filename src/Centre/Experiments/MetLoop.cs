using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Experiments;

/// <summary>Writes down whom experiments have met at this node, as many as have come while the last were written.</summary>
public sealed class MetLoop(ExperimentArms arms, Database database, ILogger<MetLoop> log) : BackgroundService
{
    const int MostAtOnce = 1_000;

    // What is lost when the machine dies is no more than this; a visitor who comes again is met again.
    static readonly TimeSpan _rest = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await arms.Waiting.WaitToReadAsync(stoppingToken))
        {
            List<MetVisitor> met = [];
            while (met.Count < MostAtOnce && arms.Waiting.TryRead(out var visitor))
            {
                met.Add(visitor);
            }

            await WriteAsync(met, stoppingToken);
            await Task.Delay(_rest, TimeProvider.System, stoppingToken);
        }
    }

    async Task WriteAsync(List<MetVisitor> met, CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("""
                insert into experiment_visitors (experiment_id, visitor, arm, met_at)
                select @Experiment, @Visitor, @Arm, @At from experiments where id = @Experiment and state = 'running'
                on conflict (experiment_id, visitor) do nothing
                """, met.ConvertAll(one => new { one.Experiment, one.Visitor, one.Arm, one.At })), ct);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            arms.Forget();
            log.LogError(trouble, "Whom an experiment has met could not be written; it is tried again");
        }
    }
}
