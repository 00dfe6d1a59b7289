using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>All agents, and those with room in the order in which they are asked.</summary>
sealed class Team
{
    readonly Dictionary<long, RoutedAgent> _agents = [];
    readonly SortedSet<(int Load, Instant IdleSince, long Id)> _withRoom = [];

    public IEnumerable<RoutedAgent> All => _agents.Values;

    public int CountWithRoom => _withRoom.Count;

    /// <summary>Fewest conversations first, then longest idle, then lowest id.</summary>
    public IEnumerable<RoutedAgent> WithRoom => _withRoom.Select(place => _agents[place.Id]);

    public RoutedAgent? Find(long id) => _agents.GetValueOrDefault(id);

    public RoutedAgent FindOrAdd(long id)
    {
        if (!_agents.TryGetValue(id, out var agent))
        {
            _agents.Add(id, agent = new RoutedAgent(id));
        }

        return agent;
    }

    /// <summary>For an agent without room, of whom nothing is held.</summary>
    public void Remove(RoutedAgent agent) => _agents.Remove(agent.Id);

    /// <summary>Puts a changed agent in the right place; true when there was no room before and is now.</summary>
    public bool Settle(RoutedAgent agent)
    {
        var before = agent.Place;
        if (before is { } old)
        {
            _withRoom.Remove(old);
        }

        agent.Place = agent.HasRoom ? (agent.Load, agent.IdleSince, agent.Id) : null;
        if (agent.Place is { } place)
        {
            _withRoom.Add(place);
        }

        return before is null && agent.Place is not null;
    }
}
