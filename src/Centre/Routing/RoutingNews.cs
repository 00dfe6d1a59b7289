using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Queues;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>Tells agents what rings, and desks how the queues stand.</summary>
public sealed class RoutingNews(DeskFeed desk, Feed feed, ConversationList conversations, PresenceBook presences, QueueBoard queues)
{
    internal const string Beginning = "routing";

    readonly Dictionary<Id, QueueCounts> _counts = [];
    readonly Dictionary<Id, AgentUnits> _units = [];

    public async Task OfferedAsync(Id offer, Id conversation, Id agent, DateTimeOffset madeAt, DateTimeOffset expiresAt, WhyChosen why, CancellationToken ct)
    {
        if (await conversations.FindAsync(conversation, ct) is { } summary)
        {
            desk.Tell("offer", new OfferView(offer, summary, madeAt, expiresAt, why), agent);
        }
    }

    public Task PresenceAsync(Id agent, Presence presence, CancellationToken ct) => presences.SetAsync(agent, presence, ct);

    /// <summary>Tells desks of queues that are longer, shorter or otherwise staffed than when they were last told.</summary>
    public async Task QueuesAsync(CancellationToken ct)
    {
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

    /// <summary>Tells an agent, and the wallboard, of units that were taken or given back.</summary>
    public void Loads(IEnumerable<AgentUnits> all)
    {
        var changed = all.Where(units => _units.GetValueOrDefault(units.Agent) != units).ToList();
        foreach (var units in changed)
        {
            _units[units.Agent] = units;
            desk.Tell("units", units, units.Agent);
        }

        if (changed.Count > 0)
        {
            feed.Publish(Topic.Board, new Change("units", changed));
        }
    }
}
