namespace Kanal.Decisions.Routing;

/// <summary>Why this agent was chosen.</summary>
/// <param name="Chosen">In words for a team lead, such as "fewest conversations (1 of 3)".</param>
public sealed record Why(string Chosen);
