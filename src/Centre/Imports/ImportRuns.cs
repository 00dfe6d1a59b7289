using System.Collections.Concurrent;
using Kanal.Centre.Access;
using Kanal.Centre.Articles;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Imports;

/// <summary>Imports that are being carried out on this server; desks are told how far they are.</summary>
public sealed class ImportRuns(Database database, ImportRun run, ImportShelf shelf, ArticleChanges changes, DeskFeed desks, ILogger<ImportRuns> log) : IHostedService, IDisposable
{
    static readonly TimeSpan _between = TimeSpan.FromMilliseconds(500);

    readonly ConcurrentDictionary<Id, (CancellationTokenSource Stop, Task Work)> _running = [];
    readonly CancellationTokenSource _stopping = new();

    /// <summary>Begins it, or goes on with one that was broken off, and does not wait for it.</summary>
    public async Task StartAsync(Id id, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var import = await ClaimAsync(id, now, ct);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var begin = new TaskCompletionSource();
        _running[id] = (stop, Task.Run(async () =>
        {
            await begin.Task;
            await CarryOutAsync(import, caller, stop.Token);
            _running.TryRemove(id, out _);
            stop.Dispose();
        }, CancellationToken.None));
        begin.SetResult();
    }

    /// <summary>Carries it out and waits for it.</summary>
    public async Task RunAsync(Id id, Caller caller, DateTimeOffset now, CancellationToken ct) => await CarryOutAsync(await ClaimAsync(id, now, ct), caller, ct);

    /// <summary>Breaks it off after the article that it is at.</summary>
    public async Task StopAsync(Id id)
    {
        if (_running.TryGetValue(id, out var running))
        {
            await running.Stop.CancelAsync();
            await running.Work;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values.Select(running => running.Work)).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    Task<ImportRow> ClaimAsync(Id id, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        var row = await ImportRow.GetAsync(sql, id);
        var isLeft = row.State == ImportState.Running && now - row.TouchedAt > ImportBook.Patience && !_running.ContainsKey(id);
        if (row.State is not (ImportState.Planned or ImportState.BrokenOff) && !isLeft)
        {
            throw RefusedException.Conflict("not-planned", row.State == ImportState.Running ? Sentence.Of("This is being carried out.") : "This was carried out already.");
        }

        return await ImportRow.TurnAsync(sql, id, row.State, ImportState.Running, now) ? row : throw RefusedException.Conflict("not-planned", "This is being carried out.");
    }, ct);

    async Task CarryOutAsync(ImportRow import, Caller caller, CancellationToken ct)
    {
        var trouble = await TryAsync(import, caller, ct);
        await changes.AnnounceAsync("articles");
        desks.Tell("settings", new SettingsChanged("sections"));
        desks.Tell("settings", new SettingsChanged("synonyms"));
        try
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("update imports set state = @state, trouble = @trouble where id = @Id", new { import.Id, trouble, state = (trouble is null ? ImportState.Done : ImportState.BrokenOff).Text() }), CancellationToken.None);
        }
        catch (Exception unwritable) when (StorageTrouble.In(unwritable) is { } reason)
        {
            log.LogError("What became of an import could not be written down: {Reason}", reason);
        }

        if (trouble is null)
        {
            shelf.Remove(import.Id);
        }

        desks.Tell("settings", new SettingsChanged("imports"));
    }

    async Task<Sentence?> TryAsync(ImportRow import, Caller caller, CancellationToken ct)
    {
        var told = 0L;
        try
        {
            await run.GoAsync(import, caller, () =>
            {
                if (Environment.TickCount64 - told > _between.TotalMilliseconds)
                {
                    told = Environment.TickCount64;
                    desks.TellInPassing("settings", new SettingsChanged("imports"));
                }
            }, ct);
            return null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return "This was stopped.";
        }
        catch (RefusedException refused)
        {
            return refused.Sentence;
        }
        catch (UnreadableException wrong)
        {
            return wrong.Sentence;
        }
        catch (Exception unforeseen)
        {
            log.LogError(unforeseen, "An import was broken off");
            return StorageTrouble.In(unforeseen) ?? "Something went wrong here. It was written to the log.";
        }
    }
}
