namespace Kanal.Decisions.Routing;

/// <summary>An agent as a decision saw them, small enough to be copied for all agents with each decision.</summary>
readonly record struct AgentNow(Presence Presence, AgentHindrance Hindrance, ushort Live, ushort Interruptible);

[Flags]
enum AgentHindrance : byte
{
    None = 0,
    Ringing = 1,
    Reserved = 2,
    Breather = 4,

    /// <summary>Has something live that takes all there is.</summary>
    OnACall = 8,
}
