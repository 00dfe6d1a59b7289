using System.Collections.Concurrent;
using System.Threading.Channels;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Simulations;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Centre.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.StrategyRuns;

/// <summary>Works on tries in the background, one after the other; the server's other work goes on beside it.</summary>
public sealed class StrategyRunQueue(ScenarioMaking scenarios, Database database, DeskFeed desks, TimeProvider time, ILogger<StrategyRunQueue> log) : BackgroundService
{
    static readonly TimeSpan _touches = TimeSpan.FromSeconds(1);

    readonly Channel<AskedRun> _asked = Channel.CreateUnbounded<AskedRun>(new UnboundedChannelOptions { SingleReader = true });
    readonly ConcurrentDictionary<Id, bool> _waiting = new();
    volatile Current? _current;

    internal void Put(AskedRun asked)
    {
        _waiting[asked.Id] = true;
        _asked.Writer.TryWrite(asked);
    }

    /// <summary>How far they are is looked at anew: nobody need ask again and again.</summary>
    internal void Tell() => desks.Tell("settings", new SettingsChanged("simulations"));

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
                _waiting.TryRemove(asked.Id, out _);
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
                catch (RefusedException refused)
                {
                    await FailAsync(asked.Id, refused.Sentence);
                }
                catch (Exception trouble)
                {
                    log.LogError(trouble, "The simulation {Simulation} failed", asked.Id);
                    await FailAsync(asked.Id, "Something went wrong on our side while this was worked out. The log of the server says what.");
                }
                finally
                {
                    _current = null;
                    Tell();
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
        try
        {
            await FollowAsync(asked, work, done, stop);
        }
        finally
        {
            // It uses what belongs to this try: nothing goes on before it has come to its end.
            await stop.CancelAsync();
            await work.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        await EndAsync(asked.Id, StrategyRunState.Done, Json.From(RunReading.Of(scene, await work)), null);
    }

    // Until it is done, or somebody has stopped it.
    async Task FollowAsync(AskedRun asked, Task work, Share done, CancellationTokenSource stop)
    {
        while (await Task.WhenAny(work, Task.Delay(_touches, time, stop.Token)) != work && !stop.IsCancellationRequested)
        {
            if (!await TouchAsync(asked.Id, done.Value))
            {
                break;
            }

            desks.TellInPassing("settings", new SettingsChanged("simulations"));

            // Those who wait behind it are not forgotten either.
            foreach (var (id, _) in _waiting)
            {
                await TouchAsync(id, 0);
            }
        }
    }

    // False where somebody has stopped it, on this node or another.
    Task<bool> TouchAsync(Id id, double progress) =>
        database.WriteAsync(sql => sql.ChangesOneAsync("update simulations set progress = @progress, touched_at = @now where id = @id and state = 'running'", new { id, progress, now = time.GetUtcNow() }), CancellationToken.None);

    // Where the database is away this can't be said either; nobody touches it any more, and that says it after a while.
    async Task FailAsync(Id id, Sentence reason)
    {
        try
        {
            await EndAsync(id, StrategyRunState.Failed, null, reason);
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "That the simulation {Simulation} failed could not be written down", id);
        }
    }

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
