using Kanal.Decisions.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Routing;

/// <summary>
/// Runs the router live: what happened comes out of the inbox, what it decides is written and told. Trouble with the database
/// ends a run; the next one starts from what the database says.
/// </summary>
public sealed class RoutingLoop(RoutingInbox inbox, RoutingRecovery recovery, RoutingWrites writes, RoutingTimers timers, RoutingBoard board, ILogger<RoutingLoop> log)
    : BackgroundService
{
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "Routing stopped; it starts again from the database");
                await Task.Delay(_rest, board.Time, stoppingToken);
            }
        }
    }

    async Task RunAsync(CancellationToken ct)
    {
        timers.Forget();
        while (inbox.TryTake(out var before))
        {
            // What happened before is in the database, which is read next.
            (before as RouterLook)?.GiveUp();
        }

        var (state, actions) = Router.Restore(await recovery.ReadAsync(ct), board.Now);
        await DoAsync(state, actions, ct);
        board.Show(state);
        board.Recovered();
        while (await inbox.WaitAsync(ct))
        {
            var changed = false;
            while (inbox.TryTake(out var happened))
            {
                if (happened is RouterLook look)
                {
                    look.Tell(state);
                    continue;
                }

                changed |= await TakeAsync(state, happened, ct);
            }

            if (changed)
            {
                board.Show(state);
            }
        }
    }

    /// <returns>False where only the clocks of a conversation moved, as with most messages.</returns>
    async Task<bool> TakeAsync(RoutingState state, RoutingEvent happened, CancellationToken ct)
    {
        var changed = happened is not (AgentReplied or CustomerWrote or IdleReached or StageReached);
        foreach (var complete in await recovery.CompleteAsync(happened, state, ct))
        {
            var actions = Router.Handle(state, complete, board.Now);
            changed |= actions.Any(action => action is not SetTimer);
            await DoAsync(state, actions, ct);
        }

        return changed;
    }

    async Task DoAsync(RoutingState state, IReadOnlyList<RoutingAction> actions, CancellationToken ct)
    {
        foreach (var action in actions)
        {
            if (action is SetTimer timer)
            {
                timers.Set(timer);
                continue;
            }

            board.Tell(action);
            foreach (var correction in await writes.DoAsync(action, board.Time.GetUtcNow(), ct))
            {
                await DoAsync(state, Router.Handle(state, correction, board.Now), ct);
            }
        }
    }
}
