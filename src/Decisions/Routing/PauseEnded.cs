namespace Kanal.Decisions.Routing;

/// <summary>A timer: a conversation that everyone declined has rested, and everyone may be asked again.</summary>
/// <param name="Number">Which pause is meant.</param>
public sealed record PauseEnded(long Conversation, long Number) : RoutingEvent;
