namespace Kanal.Decisions.Routing;

/// <summary>A conversation needs nobody any more: the visitor left or it was closed. Holds wherever the conversation is by now.</summary>
public sealed record ConversationWithdrawn(long Conversation) : RoutingEvent;
