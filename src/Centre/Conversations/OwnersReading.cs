using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Conversations;

/// <summary>Reads whose each conversation is, for desks that follow their own: when the node starts, and whenever it may have missed words of it.</summary>
public sealed class OwnersReading(Database database, DeskFeed desk, NodeBell bell, TimeProvider time, ILogger<OwnersReading> log) : BackgroundService
{
    static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rung = new Bell(time);
        using var missing = bell.WhenMissed(rung.Ring);
        while (true)
        {
            await rung.WaitAsync(await ReadAsync(stoppingToken) ? null : time.GetUtcNow() + _pause, stoppingToken);
        }
    }

    async Task<bool> ReadAsync(CancellationToken ct)
    {
        try
        {
            if (desk.Reading is { } reading)
            {
                desk.Know(reading, await database.ReadAsync(sql => sql.QueryAsync<ConversationOwner>("select id, agent_id from conversations where agent_id is not null and state <> 'closed'"), ct));
            }

            return true;
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("Whose each conversation is could not be read; until then every desk is told everything: {Reason}", trouble.Message);
            return false;
        }
    }
}
