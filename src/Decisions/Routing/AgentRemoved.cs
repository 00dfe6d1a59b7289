namespace Kanal.Decisions.Routing;

/// <summary>An agent is an agent no longer. Conversations still held stay so until they end, are taken or are queued again.</summary>
public sealed record AgentRemoved(long Agent) : RoutingEvent;
