using System.Threading.Channels;
using Kanal.Centre.Simulations;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Centre.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.StrategyRuns;

/// <summary>Works on tries in the background, one after the other; the server's other work goes on beside it.</summary>
public sealed class StrategyRunQueue(ScenarioMaking scenarios, Database database, TimeProvider time, ILogger<StrategyRunQueue> log) : BackgroundService
{
    static readonly TimeSpan _touches = TimeSpan.FromSeconds(1);

    readonly Channel<AskedRun> _asked = Channel.CreateUnbounded<AskedRun>(new UnboundedChannelOptions { SingleReader = true });
    volatile Current? _current;

    internal void Put(AskedRun asked) => _asked.Writer.TryWrite(asked);

    internal void Stop(Id id)
    {
        if (_current is { } current && current.Id == id)
        {
            current.Stop();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _asked.Reader.WaitToReadAsync(stoppingToken))
        {
            while (_asked.Reader.TryRead(out var asked))
            {
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                _current = new Current(asked.Id, stop.Cancel);
                try
                {
                    await WorkAsync(asked, stop);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    log.LogInformation("The simulation {Simulation} was stopped", asked.Id);
                }
                catch (Exception trouble)
                {
                    log.LogError(trouble, "The simulation {Simulation} failed", asked.Id);
                    await EndAsync(asked.Id, StrategyRunState.Failed, null, "Something went wrong on our side while this was worked out. The log of the server says what.");
                }
                finally
                {
                    _current = null;
                }
            }
        }
    }

    async Task WorkAsync(AskedRun asked, CancellationTokenSource stop)
    {
        if (!await TouchAsync(asked.Id, 0))
        {
            return;
        }

        var scene = await scenarios.MakeAsync(asked.Site, asked.Plan, asked.One, asked.Other, stop.Token);
        if (scene.Visits + scene.Direct == 0)
        {
            await EndAsync(asked.Id, StrategyRunState.Failed, null, "Nobody who could be recorded came on these days: there is too little data to try a strategy on.");
            return;
        }

        var done = new Share();
        // Half of the processors stay for those who wait for an answer.
        var plan = new SimulationPlan(asked.Plan.Runs, (ulong)asked.Plan.Seed) { Threads = Math.Max(1, Environment.ProcessorCount / 2) };
        var work = Task.Run(() => SimulationRuns.Run([scene.One, scene.Other], plan, done, stop.Token), stop.Token);
        while (await Task.WhenAny(work, Task.Delay(_touches, time, stop.Token)) != work)
        {
            if (!await TouchAsync(asked.Id, done.Value))
            {
                await stop.CancelAsync();
            }
        }

        await EndAsync(asked.Id, StrategyRunState.Done, Json.From(RunReading.Of(scene, await work)), null);
    }

    // False where somebody has stopped it, on this node or another.
    Task<bool> TouchAsync(Id id, double progress) =>
        database.WriteAsync(sql => sql.ChangesOneAsync("update simulations set progress = @progress, touched_at = @now where id = @id and state = 'running'", new { id, progress, now = time.GetUtcNow() }), CancellationToken.None);

    async Task EndAsync(Id id, StrategyRunState state, string? result, Sentence? trouble) => await database.WriteAsync(sql => sql.ExecuteAsync(
        "update simulations set state = @state, result = @result, trouble = @trouble, progress = case when @state = 'done' then 1.0 else progress end, finished_at = @now where id = @id and state = 'running'",
        new { id, state = state.Text(), result, trouble, now = time.GetUtcNow() }), CancellationToken.None);

    sealed record Current(Id Id, Action Stop);

    sealed class Share : IProgress<double>
    {
        double _value;

        public double Value => Volatile.Read(ref _value);

        public void Report(double value) => Volatile.Write(ref _value, value);
    }
}

sealed record AskedRun(Id Id, Site Site, RunPlan Plan, PublishedStrategy One, PublishedStrategy Other);
