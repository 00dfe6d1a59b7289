using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>
/// Makes of what another node told what the router is to believe. Where the database says the same, that; where it has come otherwise meanwhile,
/// how the conversation stands now, and the word of that, which is on its way, changes nothing more.
/// </summary>
static class StandingNow
{
    /// <returns>Null where the event says nothing of whose a conversation is.</returns>
    public static long? ConversationOf(RoutingEvent heard) => heard switch
    {
        ConversationQueued it => it.Conversation,
        ConversationTaken it => it.Conversation,
        ConversationWithdrawn it => it.Conversation,
        WrapUpStarted it => it.Conversation,
        ConversationEnded it => it.Conversation,
        _ => null,
    };

    public static IReadOnlyList<RoutingEvent> Of(RoutingEvent heard, MatterRow? row, RoutingState state) => (heard, row) switch
    {
        (ConversationQueued queued, { State: ConversationState.Queued }) => [row.Complete(queued)],
        (ConversationWithdrawn or ConversationEnded, not { State: ConversationState.Assigned or ConversationState.WrapUp }) => [heard],
        (WrapUpStarted, { State: ConversationState.WrapUp }) when state.Knows(row.Id) => [heard],
        (_, { State: ConversationState.Queued }) => [row.ToQueued()],
        (_, { State: ConversationState.Assigned, AgentId: { } agent }) => [Taken(row, agent, state)],
        (_, { State: ConversationState.WrapUp, AgentId: { } agent }) => [Taken(row, agent, state), new WrapUpStarted(row.Id)],
        _ => [new ConversationWithdrawn(ConversationOf(heard) ?? 0)],
    };

    public static IReadOnlyList<RoutingEvent> Of(Agent agent) => agent.Active
        ? [new AgentChanged(agent.Profile), new AgentPresenceChanged(agent.Id.Value, agent.Presence)]
        : [new AgentRemoved(agent.Id.Value)];

    static ConversationTaken Taken(MatterRow row, long agent, RoutingState state) => new(row.Id, agent) { Matter = state.Knows(row.Id) ? null : row.ToMatter() };
}
