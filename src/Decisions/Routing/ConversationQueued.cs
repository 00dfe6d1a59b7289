using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>
/// A conversation needs an agent: a new one, or one that an agent gave back or left behind. One that already waits keeps its place.
/// </summary>
/// <param name="Queue">Where it waits; its position is counted there.</param>
/// <param name="WaitingSince">When its waiting began; when queued again, the original start.</param>
/// <param name="PreferredAgent">Asked first, when there is room.</param>
/// <param name="NotAgent">Asked last, as though already declined: the one who gave it back.</param>
public sealed record ConversationQueued(
    long Conversation, long Queue, Instant WaitingSince, long? PreferredAgent = null, long? NotAgent = null) : RoutingEvent;
