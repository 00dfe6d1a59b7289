using System.Collections.Concurrent;
using Kanal.Centre.Sites;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>How a site stands at one moment: what every visitor of it who asks for a menu is answered from. Does not change.</summary>
public sealed record SiteNow
{
    public required Site Site { get; init; }

    public required Instant At { get; init; }

    /// <summary>Its ways in are not known here yet, so it is looked at again the next time.</summary>
    internal bool IsNew { get; init; }

    public required HoursStatus Status { get; init; }

    /// <summary>For strategies.</summary>
    public required LiveState Live { get; init; }

    /// <summary>The line that whoever chats joins; null where the site has no chat.</summary>
    public WaitLine? ChatLine { get; init; }

    /// <summary>What is said of the wait for a chat, open or not.</summary>
    public required ShownWait Chat { get; init; }

    /// <summary>A call as soon as somebody is free will be today.</summary>
    public required bool CallsToday { get; init; }

    /// <summary>The starts of the quarters of an hour for which a call can be booked.</summary>
    public required IReadOnlyList<DateTimeOffset> Slots { get; init; }

    public required Load Load { get; init; }

    /// <summary>The address to which visitors can write by themselves; null where no mailbox is connected.</summary>
    public string? Mailbox { get; init; }

    /// <summary>What entries have been said in, by language, channel and reason, and by the reader's time zone where that has another clock.</summary>
    internal ConcurrentDictionary<(string Language, string Channel, EntryReason Reason, string? Zone), EntryWords> Words { get; } = new();

    /// <summary>
    /// As long as a site has no strategy of its own, chat is there whenever it is open: whoever writes is answered when somebody comes.
    /// </summary>
    internal LiveState Unattended => _unattended ??= new LiveState([.. Live.Channels.Select(its => its with { Staffed = true })]);

    LiveState? _unattended;
}

/// <summary>What waits for an agent on the chat's line, and who could take it.</summary>
/// <param name="Wait">Seconds that four of five wait at most; null where that can't be told.</param>
/// <param name="Free">How many more could be taken now.</param>
public readonly record struct Load(double Waiting, double? Wait, int Free)
{
    public void PutInto(FactValues facts)
    {
        facts.Put("load.waiting", Waiting).Put("load.free", Free);
        if (Wait is { } wait)
        {
            facts.Put("load.wait", wait);
        }
    }
}

/// <summary>An entry in words.</summary>
sealed record EntryWords(string Wait, string Reason);
