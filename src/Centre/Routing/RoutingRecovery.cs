using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>Reads from the database all that the router needs to go on.</summary>
public sealed class RoutingRecovery(Database database, TimeProvider time)
{
    public Task<RoutingSnapshot> ReadAsync(CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var rules = await RulesReader.ReadAsync(sql, time.GetUtcNow());
        return new RoutingSnapshot
        {
            Rules = rules,
            Agents = (await AgentDirectory.ActiveAsync(sql)).ConvertAll(agent => new AgentSnapshot(agent.Profile, agent.Presence, At(agent.PresenceSince), At(agent.PresenceSince))),
            Waiting = await WaitingAsync(sql),
            Assigned = (await MatterRow.ReadAsync(sql, "c.state in ('assigned', 'wrapUp')")).ConvertAll(row => row.ToAssigned(rules)),
            Offers = (await sql.QueryAsync<OfferRow>("select * from offers where state = 'pending'")).ConvertAll(row => new OfferSnapshot(row.ToOffer(), At(row.ExpiresAt))),
            NextNumber = 1 + await sql.FirstAsync<long>("select coalesce(max(attempt), 0) from offers"),
        };
    }, ct);

    /// <summary>Fills in what those who told of an event did not need to know.</summary>
    public async Task<IReadOnlyList<RoutingEvent>> CompleteAsync(RoutingEvent happened, RoutingState state, CancellationToken ct) => happened switch
    {
        HeardEvent { What: var heard } => StandingNow.ConversationOf(heard) is { } conversation
            ? StandingNow.Of(heard, await FindAsync(conversation, ct), state)
            : await CompleteAsync(heard, state, ct),
        AgentOutdated { Agent: var agent } => StandingNow.Of(await database.ReadAsync(sql => AgentDirectory.ReadAsync(sql, new Id(agent)), ct)),
        SettingsOutdated => await database.ReadAsync(async sql => (RoutingEvent[])
            [new RulesChanged(await RulesReader.ReadAsync(sql, time.GetUtcNow())), .. (await AgentDirectory.ActiveAsync(sql)).Select(agent => new AgentChanged(agent.Profile))], ct),
        ConversationQueued queued when await FindAsync(queued.Conversation, ct) is { } row => [row.Complete(queued)],
        ConversationTaken taken when !state.Knows(taken.Conversation) => [taken with { Matter = (await FindAsync(taken.Conversation, ct))?.ToMatter() }],
        _ => [happened],
    };

    async Task<MatterRow?> FindAsync(long conversation, CancellationToken ct) =>
        (await database.ReadAsync(sql => MatterRow.ReadAsync(sql, "c.id = @conversation", new { conversation }), ct)).FirstOrDefault();

    static async Task<List<WaitingSnapshot>> WaitingAsync(Sql sql)
    {
        var waiting = await MatterRow.ReadAsync(sql, "c.state = 'queued'");
        // Who declined or let it ring since it was last queued is asked last.
        var asked = (await sql.QueryAsync<AskedRow>(
            """
            select o.conversation_id, o.agent_id, o.state from offers o join conversations c on c.id = o.conversation_id
            where c.state = 'queued' and o.state in ('declined', 'missed') and o.made_at >= coalesce(c.queued_at, 0)
            """)).ToLookup(row => row.ConversationId);
        return waiting.ConvertAll(row => new WaitingSnapshot(row.Id, row.ToMatter(), At(row.WaitingSince ?? row.QueuedAt ?? row.LastAt))
        {
            PreferredAgent = row.LastAgentId,
            Callback = row.Callback,
            Declined = [.. asked[row.Id].Where(offer => offer.State == "declined").Select(offer => offer.AgentId).Distinct()],
            Missed = [.. asked[row.Id].Where(offer => offer.State == "missed").Select(offer => offer.AgentId).Distinct()],
        });
    }

    static Instant At(DateTimeOffset time) => Instant.FromDateTimeOffset(time);

    sealed record AskedRow
    {
        public long ConversationId { get; init; }
        public long AgentId { get; init; }
        public string State { get; init; } = "";
    }
}
