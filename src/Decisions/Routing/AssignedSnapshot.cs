namespace Kanal.Decisions.Routing;

/// <summary>A conversation that is an agent's.</summary>
public sealed record AssignedSnapshot(long Conversation, long Agent);
