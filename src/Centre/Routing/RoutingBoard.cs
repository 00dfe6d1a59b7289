using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>Shows how the router's state stands: how much of each agent is taken, and what bears on waits.</summary>
public sealed class RoutingBoard(WaitInbox waits, RoutingNews news, TimeProvider time)
{
    public TimeProvider Time => time;

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>How much of each agent is taken.</summary>
    public IReadOnlyList<AgentUnits> Units { get; private set; } = [];

    internal void Show(RoutingState state)
    {
        waits.Show(FloorReader.Of(state, Now));
        Units = [.. state.AgentIds.Select(agent => state.LoadOf(agent) is { } load ? new AgentUnits(new Id(agent), load.Live, load.Interruptible, load.Capacity, load.Resting) : null).OfType<AgentUnits>()];
        news.Loads(Units);
    }

    /// <summary>The router stands again as the database says.</summary>
    internal void Recovered() => news.Recovered();

    /// <summary>What was decided about a conversation in somebody's hands: whether it takes anything of them.</summary>
    internal void Tell(RoutingAction action)
    {
        if (action is Rest or Wake)
        {
            waits.Post(action);
        }
    }
}
