using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>An agent, apart from what is held and what rings.</summary>
/// <param name="IdleSince">When the agent last became available or was last given or rid of a conversation.</param>
/// <param name="MissedInRow">Offers missed since the agent last did anything.</param>
public sealed record AgentSnapshot(long Agent, Presence Presence, int Maximum, Instant IdleSince, int MissedInRow = 0);
