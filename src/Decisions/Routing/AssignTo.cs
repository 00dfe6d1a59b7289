namespace Kanal.Decisions.Routing;

/// <summary>Give a conversation to an agent without ringing.</summary>
public sealed record AssignTo(long Conversation, long Agent, Why Why) : RoutingAction;
