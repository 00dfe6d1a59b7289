using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>Shows how the router's state stands, on whichever node that is: how much of each agent is taken, and what bears on waits.</summary>
public sealed class RoutingBoard(WaitInbox waits, RoutingNews news, TimeProvider time)
{
    public TimeProvider Time => time;

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>How much of each agent is taken.</summary>
    public IReadOnlyList<AgentUnits> Units { get; private set; } = [];

    /// <summary>The router of this node has shown something. Must be quick.</summary>
    internal event Action? Shown;

    /// <summary>What the router of this node showed last, and under which term; null where it never did.</summary>
    internal (Floor Floor, IReadOnlyList<AgentUnits> Units, LeaseTerm Term)? Latest { get; private set; }

    internal void Show(RoutingState state, LeaseTerm term)
    {
        var floor = FloorReader.Of(state, Now);
        waits.Show(floor);
        Units = [.. state.AgentIds.Select(agent => state.LoadOf(agent) is { } load ? new AgentUnits(new Id(agent), load.Live, load.Interruptible, load.Capacity, load.Resting) : null).OfType<AgentUnits>()];
        news.Loads(Units);
        Latest = (floor, Units, term);
        Shown?.Invoke();
    }

    /// <summary>The router of another node shows this.</summary>
    internal void Follow(Floor floor, IReadOnlyList<AgentUnits> units)
    {
        Units = units;
        news.Follow(units);
        waits.Show(floor);
    }

    /// <summary>The router stands again as the database says.</summary>
    internal void Recovered(LeaseTerm term)
    {
        news.Recovered();
        if (term != LeaseTerm.ForGood)
        {
            waits.Lead();
            // What the leader before did not get to write down is made up for from the database.
            news.Missed();
        }
    }

    /// <summary>Words of other nodes may have been missed.</summary>
    internal void Missed() => news.Missed();

    /// <summary>What was decided about a conversation in somebody's hands: whether it takes anything of them.</summary>
    internal void Tell(RoutingAction action)
    {
        if (action is Rest or Wake)
        {
            waits.Post(action);
        }
    }
}
