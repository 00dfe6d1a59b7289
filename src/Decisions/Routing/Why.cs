namespace Kanal.Decisions.Routing;

/// <summary>Why this agent was chosen.</summary>
/// <param name="Load">Conversations the agent had in hand or ringing.</param>
/// <param name="Maximum">How many the agent may have at once.</param>
public sealed record Why(ChosenFor Chosen, int Load = 0, int Maximum = 0);
