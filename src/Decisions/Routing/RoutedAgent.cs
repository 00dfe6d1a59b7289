using NodaTime;

namespace Kanal.Decisions.Routing;

sealed class RoutedAgent(long id, int number)
{
    public long Id => id;

    /// <summary>The place in all sets; small, and given to another when the agent is gone.</summary>
    public int Number => number;

    public AgentProfile Profile { get; set; } = new(id);

    public bool Removed { get; set; }

    public Presence Presence { get; set; } = Presence.Offline;

    public Instant PresenceSince { get; set; }

    /// <summary>In ticks.</summary>
    public long IdleSince { get; set; }

    public int MissedInRow { get; set; }

    /// <summary>When the breather ends that lasts, if one does.</summary>
    public Instant? BreatherUntil { get; set; }

    /// <summary>How many conversations are the agent's.</summary>
    public int Held { get; set; }

    public int Resting { get; set; }

    public Conversation? Ringing { get; set; }

    /// <summary>What is kept free for.</summary>
    public Conversation? ReservedFor { get; set; }

    public int Live { get; set; }

    public int Interruptible { get; set; }

    /// <summary>By channel number, as the profile and the rules say.</summary>
    public (int Weight, int Maximum)[] Limits { get; set; } = [];

    /// <summary>The circles the agent belongs to.</summary>
    public BitSet Circles { get; } = new();

    public bool IsAbsent => Presence is Presence.Offline or Presence.Away;

    public int UnitsBefore(RoutedChannel channel) => channel.Interruptible ? Live + Interruptible : Live;

    public int UnitsWith(RoutedChannel channel) => UnitsBefore(channel) + Limits[channel.Number].Weight;

    public bool HasRoomFor(RoutedChannel channel) => HasRoomFor(channel, UnitsWith(channel));

    /// <param name="units">With one more of it.</param>
    public bool HasRoomFor(RoutedChannel channel, int units) =>
        Presence == Presence.Available && units <= Profile.Capacity && channel.CountOf(number) < Limits[channel.Number].Maximum;

    /// <summary>Has finished one of a channel, is not settled yet, and would be ready for another in its stead.</summary>
    public bool CouldReplaceOneOf(RoutedChannel channel) =>
        ReservedFor is null && IsFreeFor(channel) && HasRoomFor(channel, UnitsBefore(channel));

    public bool IsReadyFor(RoutedChannel channel) =>
        IsFreeFor(channel) && HasRoomFor(channel);

    /// <summary>Is asked nothing else, and takes breath from nothing.</summary>
    public bool IsFreeFor(RoutedChannel channel) => Ringing is null && !(BreatherUntil is not null && channel.Rules.AutoAccept);
}
