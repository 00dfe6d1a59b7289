namespace Kanal.Centre.Agents;

/// <summary>How one agent takes one channel; what is null is as the channel has it.</summary>
/// <param name="Weight">How many of the agent's units one conversation takes, 1 to 100.</param>
/// <param name="Maximum">How many at once, 1 to 100.</param>
/// <param name="Allowed">False: none of them.</param>
public sealed record AgentChannel(string Channel, int? Weight = null, int? Maximum = null, bool Allowed = true);
