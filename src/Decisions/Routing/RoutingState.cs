namespace Kanal.Decisions.Routing;

/// <summary>
/// Who is there, who waits, what rings and who has what. Changed by <see cref="Router"/> alone and owned by one driver;
/// not safe for use from several threads at once.
/// </summary>
public sealed class RoutingState
{
    readonly Dictionary<long, long> _agentOf = [];

    /// <summary>Nobody and nothing, under these rules.</summary>
    public RoutingState(RoutingRules rules) => Rules = rules;

    /// <summary>The rules in force.</summary>
    public RoutingRules Rules { get; internal set; }

    /// <summary>Conversations without an agent, ringing or not.</summary>
    public int WaitingCount => Line.Count;

    /// <summary>Conversations that are an agent's.</summary>
    public int AssignedCount => _agentOf.Count;

    /// <summary>Available agents below their maximum.</summary>
    public int AgentsWithRoom => Team.CountWithRoom;

    internal Team Team { get; } = new();

    internal Line Line { get; } = new();

    internal long NextNumber { get; set; } = 1;

    /// <summary>The place of a conversation in its queue, from 1, those that ring included; null when it does not wait. O(log n).</summary>
    public int? PositionOf(long conversation) => Line.PositionOf(conversation);

    /// <summary>Conversations without an agent, ringing or not, in the order in which they are served.</summary>
    public IReadOnlyList<long> InOrder() => [.. Line.All.OrderBy(it => it.Place).Select(it => it.Id)];

    /// <summary>Conversations without an agent in one queue, ringing or not.</summary>
    public int WaitingIn(long queue) => Line.CountIn(queue);

    /// <summary>Whose a conversation is; null when nobody's.</summary>
    public long? AgentOf(long conversation) => _agentOf.TryGetValue(conversation, out var agent) ? agent : null;

    /// <summary>Conversations held by and ringing at an agent.</summary>
    public int LoadOf(long agent) => Team.Find(agent)?.Load ?? 0;

    /// <summary>The offer of a conversation that rings now, if one does.</summary>
    public OfferSnapshot? RingingOffer(long conversation) => Line.Find(conversation)?.Ringing;

    /// <summary>Everything, in order of ids; what <see cref="Router.Restore"/> takes.</summary>
    public RoutingSnapshot Snapshot() => new()
    {
        Rules = Rules,
        NextNumber = NextNumber,
        Agents =
        [
            .. Team.All.OrderBy(it => it.Id)
                .Select(it => new AgentSnapshot(it.Id, it.Presence, it.Maximum, it.IdleSince, it.MissedInRow)),
        ],
        Waiting =
        [
            .. Line.All.OrderBy(it => it.Place)
                .Select(it => new WaitingSnapshot(
                    it.Id, it.Queue, it.WaitingSince, it.PreferredAgent, [.. it.Declined.Order()], [.. it.Missed.Order()])),
        ],
        Assigned = [.. _agentOf.OrderBy(it => it.Key).Select(it => new AssignedSnapshot(it.Key, it.Value))],
        Offers = [.. Line.All.Select(it => it.Ringing).OfType<OfferSnapshot>().OrderBy(it => it.Offer.Number)],
    };

    internal void Assign(long conversation, long agent) => _agentOf[conversation] = agent;

    internal void Unassign(long conversation) => _agentOf.Remove(conversation);
}
