namespace Kanal.Decisions.Routing;

/// <summary>Set an agent's presence, because offers went unanswered.</summary>
public sealed record SetPresence(long Agent, Presence Presence) : RoutingAction;
