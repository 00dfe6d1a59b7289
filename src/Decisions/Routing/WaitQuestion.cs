namespace Kanal.Decisions.Routing;

/// <summary>What is to be known to say how long a conversation will wait.</summary>
/// <param name="Ahead">Conversations that stand before it, each by the share of its agents that it competes for.</param>
/// <param name="Agents">Those at work who may take it, by id, whether they have room or not.</param>
/// <param name="Free">How many of them could be asked now.</param>
public sealed record WaitQuestion(double Ahead, IReadOnlyList<long> Agents, int Free);
