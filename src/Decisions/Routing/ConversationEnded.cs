namespace Kanal.Decisions.Routing;

/// <summary>An assigned conversation, wrap-up included, takes no more of its agent. One that waits is left waiting.</summary>
public sealed record ConversationEnded(long Conversation) : RoutingEvent;
