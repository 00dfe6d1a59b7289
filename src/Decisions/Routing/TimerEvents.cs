namespace Kanal.Decisions.Routing;

/// <summary>A timer: a conversation that agents declined has rested, and everyone may be asked again.</summary>
/// <param name="Number">Which pause is meant.</param>
public sealed record PauseEnded(long Conversation, long Number) : RoutingEvent;

/// <summary>A timer: a conversation has waited long enough for its next skill step, overflow, warning, or the time of its callback.</summary>
public sealed record StageReached(long Conversation) : RoutingEvent;

/// <summary>A timer: a conversation has perhaps waited for its customer for the channel's idle time.</summary>
public sealed record IdleReached(long Conversation) : RoutingEvent;

/// <summary>A timer: the breather of an agent who was given something without being asked is over.</summary>
public sealed record BreatherEnded(long Agent) : RoutingEvent;

/// <summary>The rules or the opening hours were changed. Offers that ring go on as they began.</summary>
public sealed record RulesChanged(RoutingRules Rules) : RoutingEvent;
