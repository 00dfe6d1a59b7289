namespace Kanal.Decisions.Routing;

/// <summary>An agent is new, or what they may take was changed. What the agent holds is never taken away. A new agent is offline.</summary>
public sealed record AgentChanged(AgentProfile Profile) : RoutingEvent;

/// <summary>An agent signed in, paused, came back or left. Ignored for an agent that <see cref="AgentChanged"/> has not told of.</summary>
public sealed record AgentPresenceChanged(long Agent, Presence Presence) : RoutingEvent;

/// <summary>An agent is an agent no longer. Conversations still held stay so until they end, are taken or are queued again.</summary>
public sealed record AgentRemoved(long Agent) : RoutingEvent;
