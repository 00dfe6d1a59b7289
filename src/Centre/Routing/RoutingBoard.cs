using System.Collections.Frozen;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>What the router's state looks like from outside: places in the queue, and whether anyone is free.</summary>
public sealed class RoutingBoard(RoutingNews news, TimeProvider time)
{
    FrozenDictionary<long, int> _places = FrozenDictionary<long, int>.Empty;

    public TimeProvider Time => time;

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Available agents with room for one more.</summary>
    public int AgentsWithRoom { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>How much of each agent is taken.</summary>
    public IReadOnlyList<AgentUnits> Units { get; private set; } = [];

    /// <summary>Place in the queue, from 1.</summary>
    public int? PositionOf(Id conversation) => _places.TryGetValue(conversation.Value, out var place) ? place : null;

    internal Task ShowAsync(RoutingState state, CancellationToken ct)
    {
        AgentsWithRoom = state.AgentsWithRoom("chat");
        Waiting = state.WaitingCount;
        _places = state.QueuesWithWaiting().SelectMany(queue => state.InOrder(queue).Select((conversation, i) => KeyValuePair.Create(conversation, i + 1))).ToFrozenDictionary();
        news.Positions(_places);
        Units = [.. state.AgentIds.Select(agent => state.LoadOf(agent) is { } load ? new AgentUnits(new Id(agent), load.Live, load.Interruptible, load.Capacity, load.Resting) : null).OfType<AgentUnits>()];
        news.Loads(Units);
        return news.QueuesAsync(ct);
    }
}
