using Kanal.Decisions.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Routing;

/// <summary>
/// Runs the router live, where this node leads: what happened comes out of the inbox, what it decides is written and told. Trouble with the database
/// ends a run; the next one starts from what the database says.
/// </summary>
public sealed class RoutingLoop(RoutingLease lease, RoutingInbox inbox, RoutingRecovery recovery, RoutingWrites writes, RoutingBoard board, ILogger<RoutingLoop> log)
    : BackgroundService
{
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var term = await lease.HeldAsync(stoppingToken);
            using var run = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, term.Over);
            var snapshot = (RoutingSnapshot?)null;
            try
            {
                inbox.Open();
                snapshot = await recovery.ReadAsync(run.Token);
                await RunAsync(snapshot, term, run.Token);
            }
            catch (LeaseLostException)
            {
                log.LogWarning("Another node leads by now; nothing more is written here");
                lease.End(term);
            }
            catch (Exception) when (term.Over.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
            {
                // Another node leads, or soon this one again.
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "Routing stopped; it starts again from the database");
                if (snapshot is not null)
                {
                    // An offer that was written and not told would ring at nobody and count as missed.
                    inbox.Doubt();
                }

                await Task.Delay(_rest, board.Time, run.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                inbox.Close();
            }
        }
    }

    async Task RunAsync(RoutingSnapshot snapshot, LeaseTerm term, CancellationToken ct)
    {
        using var timers = new RoutingTimers(inbox, board.Time);
        var (state, actions) = Router.Restore(snapshot, board.Now);
        var run = new RoutingRun(state, term, timers);
        await DoAsync(run, actions, ct);
        board.Show(state, term);
        board.Recovered(term);
        while (await inbox.WaitAsync(ct))
        {
            var changed = false;
            while (inbox.TryTake(out var happened))
            {
                ct.ThrowIfCancellationRequested();
                switch (happened)
                {
                    case RouterLook look:
                        look.Tell(state);
                        break;
                    case RoutingMissed:
                        return;
                    default:
                        changed |= await TakeAsync(run, happened, ct);
                        break;
                }
            }

            if (changed)
            {
                board.Show(state, term);
            }
        }
    }

    /// <returns>False where only the clocks of a conversation moved, as with most messages.</returns>
    async Task<bool> TakeAsync(RoutingRun run, RoutingEvent happened, CancellationToken ct)
    {
        var changed = (happened is HeardEvent heard ? heard.What : happened) is not (AgentReplied or CustomerWrote or IdleReached or StageReached);
        foreach (var complete in await recovery.CompleteAsync(happened, run.State, ct))
        {
            var actions = Router.Handle(run.State, complete, board.Now);
            changed |= actions.Any(action => action is not SetTimer);
            await DoAsync(run, actions, ct);
        }

        return changed;
    }

    async Task DoAsync(RoutingRun run, IReadOnlyList<RoutingAction> actions, CancellationToken ct)
    {
        foreach (var action in actions)
        {
            if (action is SetTimer timer)
            {
                run.Timers.Set(timer);
                continue;
            }

            board.Tell(action);
            foreach (var correction in await writes.DoAsync(action, run.Term, board.Time.GetUtcNow(), ct))
            {
                await DoAsync(run, Router.Handle(run.State, correction, board.Now), ct);
            }
        }
    }

    sealed record RoutingRun(RoutingState State, LeaseTerm Term, RoutingTimers Timers);
}
