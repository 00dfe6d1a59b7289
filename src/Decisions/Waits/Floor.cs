using System.Collections.Immutable;
using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>Who is there and who waits, at one moment.</summary>
/// <param name="Agents">Those who can be given something, now or as soon as they are done with what they hold.</param>
/// <param name="Waiting">In the order in which they are served.</param>
public sealed record Floor(IReadOnlyList<FloorAgent> Agents, IReadOnlyList<FloorWaiting> Waiting)
{
    /// <summary>Who may take what: agents by the number of a circle, for those waiting who say which is theirs.</summary>
    public IReadOnlyDictionary<int, IReadOnlySet<long>> Circles { get; init; } = ImmutableDictionary<int, IReadOnlySet<long>>.Empty;

    /// <summary>Nobody.</summary>
    public static Floor Empty { get; } = new([], []);
}

/// <summary>An agent who is there.</summary>
/// <param name="Queues">The queues they serve; null for all.</param>
/// <param name="Desks">What they can hold, by channel.</param>
public sealed record FloorAgent(long Agent, IReadOnlySet<long>? Queues, IReadOnlyList<FloorDesk> Desks);

/// <param name="Slots">Conversations of this channel that the agent holds when they are full of it.</param>
/// <param name="Free">How many more would fit now.</param>
public readonly record struct FloorDesk(string Channel, int Slots, int Free);

/// <param name="Ringing">Somebody is being asked to take it.</param>
public sealed record FloorWaiting(long Conversation, WaitLine Line, Instant Since, bool Ringing)
{
    /// <summary>The number of those who may take it with the skills it needs at present; -1 for whoever serves the queue.</summary>
    public int Circle { get; init; } = Anyone;

    internal const int Anyone = -1;
}

/// <summary>How quickly things go on one line, as measured.</summary>
/// <param name="Handle">Completions per second of one conversation, by how many its agent holds at once, from 1 on; at least one.</param>
/// <param name="Patience">Of those who wait, the share that gives up in a second.</param>
public sealed record LineRates(IReadOnlyList<double> Handle, double Patience)
{
    /// <summary>What an agent finishes in a second who holds <paramref name="level"/> at once.</summary>
    public double Completions(int level) => level * Handle[Math.Clamp(level, 1, Handle.Count) - 1];
}
