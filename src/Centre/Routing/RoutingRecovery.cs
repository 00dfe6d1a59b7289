using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>Reads from the database all that the router needs to go on.</summary>
public sealed class RoutingRecovery(Database database, RoutingSettings settings)
{
    public async Task<RoutingSnapshot> ReadAsync(CancellationToken ct)
    {
        var rules = await settings.ReadAsync(ct);
        return await database.ReadAsync(async sql => new RoutingSnapshot
        {
            Rules = rules.ToRules(),
            Agents = (await AgentDirectory.ActiveAsync(sql)).ConvertAll(agent => new AgentSnapshot(agent.Id.Value, agent.Presence, agent.MaxChats, Instant.FromDateTimeOffset(agent.PresenceSince))),
            Waiting = await WaitingAsync(sql),
            Assigned = (await sql.QueryAsync<AssignedRow>("select id, agent_id from conversations where state in ('assigned', 'wrapUp')"))
                .ConvertAll(row => new AssignedSnapshot(row.Id, row.AgentId)),
            Offers = (await sql.QueryAsync<OfferRow>("select * from offers where state = 'pending'"))
                .ConvertAll(row => new OfferSnapshot(row.ToOffer(), Instant.FromDateTimeOffset(row.ExpiresAt))),
            NextNumber = 1 + await sql.FirstAsync<long>("select coalesce(max(attempt), 0) from offers"),
        }, ct);
    }

    static async Task<List<WaitingSnapshot>> WaitingAsync(Sql sql)
    {
        var waiting = await sql.QueryAsync<WaitingRow>("select id, queue_id, coalesce(waiting_since, queued_at, last_at) as since, last_agent_id from conversations where state = 'queued'");
        // Who declined or let it ring since it was last queued is asked last.
        var asked = (await sql.QueryAsync<AskedRow>(
            """
            select o.conversation_id, o.agent_id, o.state from offers o join conversations c on c.id = o.conversation_id
            where c.state = 'queued' and o.state in ('declined', 'missed') and o.made_at >= coalesce(c.queued_at, 0)
            """)).ToLookup(row => row.ConversationId);
        return waiting.ConvertAll(row => new WaitingSnapshot(row.Id, row.QueueId, At(row.Since), row.LastAgentId,
            [.. asked[row.Id].Where(offer => offer.State == "declined").Select(offer => offer.AgentId).Distinct()],
            [.. asked[row.Id].Where(offer => offer.State == "missed").Select(offer => offer.AgentId).Distinct()]));
    }

    static Instant At(long milliseconds) => Instant.FromUnixTimeMilliseconds(milliseconds);

    sealed record WaitingRow
    {
        public long Id { get; init; }
        public long QueueId { get; init; }
        public long Since { get; init; }
        public long? LastAgentId { get; init; }
    }

    sealed record AssignedRow
    {
        public long Id { get; init; }
        public long AgentId { get; init; }
    }

    sealed record AskedRow
    {
        public long ConversationId { get; init; }
        public long AgentId { get; init; }
        public string State { get; init; } = "";
    }
}
