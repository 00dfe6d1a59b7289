using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Agents;

/// <summary>Who is available, on a break, away: kept, told to every desk and to the router.</summary>
public sealed class PresenceBook(Database database, DeskFeed desk, RoutingInbox routing, TimeProvider time)
{
    public Task<Agent> SetAsync(Id agent, Presence presence, CancellationToken ct) => SetAsync(agent, presence, null, ct);

    /// <param name="term">Of a leader who decides this; null where a person does.</param>
    internal async Task<Agent> SetAsync(Id agent, Presence presence, LeaseTerm? term, CancellationToken ct)
    {
        var now = await database.WriteAsync(async sql =>
        {
            await (term?.CheckAsync(sql) ?? Task.CompletedTask);
            await sql.ExecuteAsync("update agents set presence = @presence, presence_since = @now where id = @agent and presence <> @presence", new { agent, presence = presence.Text(), now = time.GetUtcNow() });
            return await AgentDirectory.ReadAsync(sql, agent);
        }, ct);
        Tell(now);
        return now;
    }

    /// <summary>After an agent's record was changed: the router hears of what they may take now, or that they have left.</summary>
    public void Tell(Agent agent)
    {
        if (agent.Active)
        {
            routing.Post(new AgentChanged(agent.Profile));
            routing.Post(new AgentPresenceChanged(agent.Id.Value, agent.Presence));
        }
        else
        {
            routing.Post(new AgentRemoved(agent.Id.Value));
        }

        desk.Tell("presence", agent);
    }
}
