namespace Kanal.Decisions.Waits;

/// <summary>Who serves a line.</summary>
/// <param name="Slots">Conversations that they can hold together.</param>
/// <param name="Free">How many more would fit now.</param>
/// <param name="Handle">Completions per second of one conversation, by how many its agent holds at once, from 1 on.</param>
public sealed record LineTeam(int Agents, int Slots, int Free, IReadOnlyList<double> Handle)
{
    public int Busy => Math.Max(0, Slots - Free);
}
