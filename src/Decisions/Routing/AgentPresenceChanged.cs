namespace Kanal.Decisions.Routing;

/// <summary>An agent signed in, paused, came back, left, or had the maximum changed. What the agent holds is never taken away.</summary>
/// <param name="Maximum">Simultaneous conversations, ringing offers included, above which nothing more comes.</param>
public sealed record AgentPresenceChanged(long Agent, Presence Presence, int Maximum) : RoutingEvent;
