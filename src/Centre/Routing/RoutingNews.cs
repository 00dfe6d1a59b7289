using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Queues;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>Tells agents what rings, and desks how the queues stand: of several nodes, the one that leads tells all desks.</summary>
public sealed class RoutingNews(DeskFeed desk, Feed feed, ConversationList conversations, PresenceBook presences, QueueBoard queues, RoutingLease lease)
{
    internal const string Beginning = "routing";

    /// <summary>Something may have been missed: whoever follows what is told begins again from the database.</summary>
    internal const string Anew = "anew";

    readonly Dictionary<Id, QueueCounts> _counts = [];
    LeaseTerm? _term;
    readonly Dictionary<Id, AgentUnits> _units = [];
    readonly Lock _order = new();

    public async Task OfferedAsync(Id offer, Id conversation, Id agent, DateTimeOffset madeAt, DateTimeOffset expiresAt, WhyChosen why, CancellationToken ct)
    {
        if (await conversations.FindAsync(conversation, ct) is { } summary)
        {
            desk.Tell("offer", new OfferView(offer, summary, madeAt, expiresAt, why), agent);
        }
    }

    public Task PresenceAsync(Id agent, Presence presence, LeaseTerm term, CancellationToken ct) => presences.SetAsync(agent, presence, term, ct);

    /// <summary>Tells desks of queues that are longer, shorter or otherwise staffed than when they were last told.</summary>
    public async Task QueuesAsync(CancellationToken ct)
    {
        if (lease.Term is not { } term)
        {
            return;
        }

        if (term != _term)
        {
            // Another node may have told desks something else since this one did.
            _counts.Clear();
            _term = term;
        }

        foreach (var counts in await queues.ReadAsync(ct))
        {
            if (_counts.GetValueOrDefault(counts.Id) != counts)
            {
                _counts[counts.Id] = counts;
                desk.Tell("queue", counts);
            }
        }
    }

    /// <summary>Tells those who watch over routing that it began anew.</summary>
    public void Recovered() => feed.Publish(Topic.Board, new Change(Beginning, null));

    public void Missed() => feed.Publish(Topic.Board, new Change(Anew, null));

    /// <summary>Tells an agent, and the wallboard, of units that were taken or given back.</summary>
    public void Loads(IReadOnlyList<AgentUnits> all)
    {
        foreach (var units in Follow(all))
        {
            desk.Tell("units", units, units.Agent);
        }
    }

    /// <summary>Tells the wallboard of this node alone: agents hear of it from the one that leads.</summary>
    public List<AgentUnits> Follow(IReadOnlyList<AgentUnits> all)
    {
        lock (_order)
        {
            var changed = all.Where(units => _units.GetValueOrDefault(units.Agent) != units).ToList();
            foreach (var units in changed)
            {
                _units[units.Agent] = units;
            }

            if (changed.Count > 0)
            {
                feed.Publish(Topic.Board, new Change("units", changed));
            }

            return changed;
        }
    }
}
