using System.Collections.Concurrent;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Agents;

/// <summary>
/// Knows whose desk is open by their event streams. Who has had none for a while is set offline, so that no conversation
/// rings at an empty chair; a reload or a restarted server is shorter than that.
/// </summary>
public sealed class Attendance(Database database, PresenceBook presences, TimeProvider time, ILogger<Attendance> log) : IHostedService
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    readonly ConcurrentDictionary<Id, int> _streams = new();

    /// <summary>A desk was opened; dispose when it closes.</summary>
    public IDisposable Arrive(Id agent)
    {
        _streams.AddOrUpdate(agent, 1, (_, open) => open + 1);
        return new Stay(this, agent);
    }

    /// <summary>Whether the agent has a desk open.</summary>
    public bool IsHere(Id agent) => _streams.GetValueOrDefault(agent) > 0;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var present = await database.ReadAsync(sql => sql.QueryAsync<Id>("select id from agents where presence not in ('offline')"), cancellationToken);
        present.ForEach(agent => _ = WatchAsync(agent));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    void Leave(Id agent)
    {
        if (_streams.AddOrUpdate(agent, 0, (_, open) => open - 1) == 0)
        {
            _ = WatchAsync(agent);
        }
    }

    async Task WatchAsync(Id agent)
    {
        try
        {
            await Task.Delay(_patience, time);
            if (_streams.GetValueOrDefault(agent) == 0)
            {
                await presences.SetAsync(agent, Presence.Offline, CancellationToken.None);
            }
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "Agent {Agent} could not be set offline", agent);
        }
    }

    sealed class Stay(Attendance attendance, Id agent) : IDisposable
    {
        int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                attendance.Leave(agent);
            }
        }
    }
}
