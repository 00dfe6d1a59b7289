using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>How much of an agent is taken.</summary>
/// <param name="Live">Units of work that goes on now.</param>
/// <param name="Interruptible">Units of work that can be put aside.</param>
/// <param name="Resting">Conversations in hand that wait for the customer and take no units.</param>
public sealed record AgentUnits(Id Agent, int Live, int Interruptible, int Capacity, int Resting);

/// <summary>A conversation has used most or all of the time within which it was to be answered.</summary>
public sealed record TargetWarning(Id Conversation, Id Queue, TargetStanding Stage);
