using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Routing;

/// <summary>Stands in line for the lease, counts the change of leader when its turn has come, and notices when it is over.</summary>
public sealed class LeaseHolder(RoutingLease lease, Database database, NodeBell nodes, IHostApplicationLifetime server, ILogger<LeaseHolder> log) : BackgroundService
{
    // One past the lock of the schema's upgrade.
    const long Key = 0x4B616E616D;

    static readonly TimeSpan _rest = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (lease.IsHeld)
        {
            return;
        }

        using var stopping = new Following(stoppingToken);
        // Who is asked to stop lets another one lead at once, where there is one, and not only when the last of its streams has ended.
        using var asked = server.ApplicationStopping.Register(() =>
        {
            if (!nodes.IsAlone)
            {
                stopping.End();
            }
        });
        while (!stopping.IsOver)
        {
            try
            {
                await LeadAsync(stopping.Token);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stopping.IsOver)
            {
                log.LogWarning("This node can't lead and tries again: {Reason}", trouble.Message);
                // Real time, whatever clock the rest goes by: this is about a connection.
                await Task.Delay(_rest, TimeProvider.System, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    async Task LeadAsync(CancellationToken ct)
    {
        await using var held = await database.LeaseAsync(Key, ct);
        if (held is null)
        {
            return;
        }

        using var term = new LeaseTerm(await lease.CountAsync(ct));
        lease.Begin(term);
        log.LogInformation("This node leads now, as the {Epoch}. in line", term.Epoch);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct, term.Over);
        try
        {
            await held.LostAsync(over.Token);
        }
        catch (OperationCanceledException)
        {
            // It ends here.
        }
        finally
        {
            lease.End(term);
        }

        log.LogInformation("This node leads no more");
    }
}
