using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>
/// Told what to do the moment it is decided; may not tell the router anything until the event is done. What happens with every
/// conversation is said without an object being made for it.
/// </summary>
interface IRoutingDriver
{
    void Assign(Conversation conversation, RoutedAgent agent, Why why);

    /// <summary>Tell of <see cref="StageReached"/> when it is due, in ticks; of no use once the conversation waits no more.</summary>
    void SetStageTimer(Conversation conversation, long due);

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

    public void Assign(Conversation conversation, RoutedAgent agent, Why why) => Do(new AssignTo(conversation.Id, agent.Id, why));

    public void SetStageTimer(Conversation conversation, long due) => Do(new SetTimer(Instant.FromUnixTimeTicks(due), new StageReached(conversation.Id)));

    public void Do(RoutingAction action) => _actions.Add(action);
}
