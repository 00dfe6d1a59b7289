namespace Kanal.Centre.Menus;

/// <summary>The ways of contact put before a visitor, in order.</summary>
/// <param name="Id">Names this menu when a conversation starts from it.</param>
/// <param name="OpensAt">When chat opens next, where it is closed.</param>
public sealed record ChannelMenu(string Id, IReadOnlyList<MenuEntry> Entries, DateTimeOffset? OpensAt);

/// <param name="Channel">Such as <c>chat</c>, <c>callback</c>, <c>email</c> or <c>help</c>.</param>
/// <param name="WaitSeconds">Expected wait: 0 where somebody is free, else the longest that is said; null where nothing honest can be said.</param>
/// <param name="WaitLowSeconds">The lower end, where a range is said; with no upper end, what it is more than.</param>
/// <param name="WaitText">The wait in the visitor's language.</param>
/// <param name="Reason">Why this way, in the visitor's language.</param>
/// <param name="Until">When it closes.</param>
public sealed record MenuEntry(string Channel, bool Recommended, int? WaitSeconds, int? WaitLowSeconds, string WaitText, string Reason, DateTimeOffset? Until)
{
    /// <summary>Where it is, such as the help centre's pages: whole where the site has a host name of its own for them, else a path on this server.</summary>
    public string? Address { get; init; }

    /// <summary>For a callback: the starts of the quarters of an hour that can be booked.</summary>
    public IReadOnlyList<DateTimeOffset>? Slots { get; init; }
}

/// <summary>Words that speak to a visitor first, with the way of contact that they offer.</summary>
/// <param name="Id">Names it when it is answered.</param>
/// <param name="Text">Names its text among the site's.</param>
/// <param name="Signal">What it answers to.</param>
public sealed record MenuInvitation(string Id, string Text, string Title, string Body, string Button, string Channel, string? Signal);

/// <summary>Something of a question that was not used.</summary>
/// <param name="Place">Such as <c>identity</c>.</param>
public sealed record MenuNote(string Place, string Sentence);
