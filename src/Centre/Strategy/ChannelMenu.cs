namespace Kanal.Centre.Strategy;

/// <summary>The ways of contact put before a visitor, in order.</summary>
/// <param name="Id">Names this menu when a conversation starts from it.</param>
/// <param name="OpensAt">When chat opens next, where it is closed.</param>
public sealed record ChannelMenu(string Id, IReadOnlyList<MenuEntry> Entries, DateTimeOffset? OpensAt);

/// <param name="Channel">Such as <c>chat</c> or <c>email</c>.</param>
/// <param name="WaitSeconds">Expected wait: 0 where somebody is free, else the longest that is said; null where nothing honest can be said.</param>
/// <param name="WaitLowSeconds">The lower end, where a range is said; with no upper end, what it is more than.</param>
/// <param name="WaitText">The wait in the visitor's language.</param>
/// <param name="Reason">Why this way, in the visitor's language.</param>
/// <param name="Until">When it closes.</param>
public sealed record MenuEntry(string Channel, bool Recommended, int? WaitSeconds, int? WaitLowSeconds, string WaitText, string Reason, DateTimeOffset? Until)
{
    /// <summary>For a callback: the starts of the quarters of an hour that can be booked.</summary>
    public IReadOnlyList<DateTimeOffset>? Slots { get; init; }
}
