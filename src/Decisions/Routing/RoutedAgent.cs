using NodaTime;

namespace Kanal.Decisions.Routing;

sealed class RoutedAgent(long id)
{
    public long Id => id;

    public Presence Presence { get; set; } = Presence.Offline;

    public int Maximum { get; set; }

    public Instant IdleSince { get; set; }

    public int MissedInRow { get; set; }

    public HashSet<long> Held { get; } = [];

    public HashSet<long> Ringing { get; } = [];

    public int Load => Held.Count + Ringing.Count;

    public bool HasRoom => Presence == Presence.Available && Load < Maximum;

    /// <summary>Where the agent stands among those with room; null when there is none. Kept by <see cref="Team"/>.</summary>
    public (int Load, Instant IdleSince, long Id)? Place { get; set; }
}
