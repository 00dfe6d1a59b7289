using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Letters;

/// <summary>
/// Places letters that somebody took and did not get to place: at the start, when this node begins to lead, and when another one died.
/// One that can't be placed keeps neither the others nor the server.
/// </summary>
public sealed class LetterRecovery(Database database, LetterPlacing placing, RoutingLease lease, NodeBell nodes, TimeProvider time, ILogger<LetterRecovery> log) : BackgroundService
{
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bell = new Bell(time);
        using var died = nodes.WhenDied(_ => bell.Ring());
        while (!stoppingToken.IsCancellationRequested)
        {
            await lease.HeldAsync(stoppingToken);
            await bell.WaitAsync(await GoAsync(stoppingToken) ? null : time.GetUtcNow() + _rest, stoppingToken);
        }
    }

    /// <returns>False where it is to be tried again soon.</returns>
    async Task<bool> GoAsync(CancellationToken ct)
    {
        try
        {
            foreach (var row in await database.ReadAsync(sql => sql.QueryAsync<LetterRow>($"{LetterRow.Select} where l.placed = false order by l.id"), ct))
            {
                await PlaceAsync(row, ct);
            }

            return true;
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested)
        {
            log.LogError(trouble, "Letters that wait for their conversation could not be placed; it is tried again");
            return false;
        }
    }

    async Task PlaceAsync(LetterRow row, CancellationToken ct)
    {
        try
        {
            await placing.PlaceAsync(row, ct);
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested && StorageTrouble.In(trouble) is null)
        {
            log.LogError(trouble, "The letter {Letter} could not be put into its conversation; the next start tries again", row.Id);
        }
    }
}
