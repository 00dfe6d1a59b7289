namespace Kanal.Decisions.Routing;

/// <summary>
/// A conversation is this agent's: taken from the queue by hand, transferred, or accepted in the database before we knew.
/// May exceed the maximum; then nothing more comes until there is room again.
/// </summary>
public sealed record ConversationTaken(long Conversation, long Agent) : RoutingEvent;
