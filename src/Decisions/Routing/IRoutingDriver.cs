using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>
/// Told what to do the moment it is decided; may not tell the router anything until the event is done. What happens with every
/// conversation is said without an object being made for it.
/// </summary>
interface IRoutingDriver
{
    void Assign(long conversation, RoutedAgent agent, Why why);

    /// <summary>Tell of <see cref="StageReached"/> when it is due, in ticks; of no use once the conversation waits no more.</summary>
    void SetStageTimer(long conversation, long due);

    void Do(RoutingAction action);
}

/// <summary>Notes what is to be done, in order.</summary>
sealed class NotedActions : IRoutingDriver
{
    readonly List<RoutingAction> _actions = [];

    public IReadOnlyList<RoutingAction> Take()
    {
        IReadOnlyList<RoutingAction> noted = [.. _actions];
        _actions.Clear();
        return noted;
    }

    public void Assign(long conversation, RoutedAgent agent, Why why) => Do(new AssignTo(conversation, agent.Id, why));

    public void SetStageTimer(long conversation, long due) => Do(new SetTimer(Instant.FromUnixTimeTicks(due), new StageReached(conversation)));

    public void Do(RoutingAction action) => _actions.Add(action);
}
