using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>The ways of contact put before a visitor, and why these.</summary>
/// <param name="Rule">The id of the rule that decided; null in the holdout, where none does.</param>
/// <param name="Entries">One to three, the recommended first; exactly one is recommended.</param>
/// <param name="Withheld">Every other channel of the site or the rule, each with its reason.</param>
public sealed record MenuDecision(MenuArm Arm, string? Rule, IReadOnlyList<DecidedEntry> Entries, IReadOnlyList<Withheld> Withheld, InvitationDecision Invitation, MenuMemory Memory)
{
    /// <summary>Within how many seconds a conversation from this menu is to be answered; null for the queue's own target.</summary>
    public int? TargetSeconds { get; init; }

    /// <summary>How much more urgent it is than others: 1 to 10.</summary>
    public int Value { get; init; } = 1;
}

public enum MenuArm
{
    /// <summary>The strategy's rules decide.</summary>
    Treated,

    /// <summary>The site's plain menu, to measure what the strategy changes.</summary>
    Holdout,

    /// <summary>A program, which takes no part.</summary>
    Bot,
}

/// <summary>A way of contact in the menu.</summary>
/// <param name="Reason">What the visitor is told.</param>
/// <param name="By">How it came in, for those who ask why.</param>
/// <param name="InsteadOf">The channel whose place it took.</param>
/// <param name="Gain">Its arithmetic, where values are known.</param>
public sealed record DecidedEntry(string Channel, bool Recommended, EntryReason Reason, EntryBy By, string? InsteadOf, Gain? Gain)
{
    public WaitKind? Wait { get; init; }

    public int? WaitSeconds { get; init; }

    public int? WaitLowSeconds { get; init; }

    /// <summary>When a letter would be answered, or the first callback made.</summary>
    public Instant? DueBy { get; init; }

    /// <summary>When it closes.</summary>
    public Instant? Until { get; init; }
}

/// <summary>Why a visitor should take this way.</summary>
public enum EntryReason
{
    /// <summary>Somebody is free.</summary>
    FreeNow,

    /// <summary>The shortest wait for a person, so long.</summary>
    Quickest,

    /// <summary>Somebody will be there after the wait.</summary>
    AfterWait,

    /// <summary>An answer later, by a time where one is known.</summary>
    Later,

    /// <summary>Later too, and the best there is now.</summary>
    LaterAsNobodyNow,

    /// <summary>Answers to find by oneself, at once.</summary>
    AtOnce,
}

/// <summary>How an entry came into a menu.</summary>
public enum EntryBy
{
    Rule,

    /// <summary>In the place of another that can't be had.</summary>
    Replacement,

    /// <summary>It was there when this page was opened.</summary>
    Calm,

    /// <summary>By chance, though it is not worth its price: so that it stays known what it is worth.</summary>
    Admission,

    /// <summary>So that something is left that is always there.</summary>
    AlwaysOne,

    /// <summary>The site's plain menu.</summary>
    Plain,
}

/// <summary>A channel that is not in the menu.</summary>
/// <param name="For">The first reason.</param>
/// <param name="Gain">The arithmetic, where values are known and it was come to.</param>
/// <param name="WaitSeconds">The wait, where that is the reason.</param>
/// <param name="LimitSeconds">What it was held against.</param>
/// <param name="Back">When it opens, or may come back.</param>
public sealed record Withheld(string Channel, WithheldFor For, Gain? Gain = null, int? WaitSeconds = null, int? LimitSeconds = null, Instant? Back = null);

public enum WithheldFor
{
    /// <summary>The site does not have it.</summary>
    NotConfigured,

    /// <summary>The site does not wish it now, by its own setting: callbacks only when it is busy.</summary>
    NotWished,

    OutOfOrder,
    Closed,

    /// <summary>The line can't be worked off before closing.</summary>
    ClosedForToday,

    NobodyThere,
    NotOnThisDevice,

    /// <summary>It is for people who know us.</summary>
    KnownCustomersOnly,

    /// <summary>The rule says that these don't get it.</summary>
    RuleWithholds,

    /// <summary>The rule does not name it.</summary>
    RuleDoesNotOffer,

    /// <summary>Not worth its price.</summary>
    NoGain,

    /// <summary>Worth it again, but not clearly, or not for long enough.</summary>
    NotYetBack,

    /// <summary>It takes longer than the rule allows.</summary>
    WaitTooLong,

    /// <summary>Three are enough.</summary>
    Enough,

    /// <summary>What is shown stays, and there is no space beside it.</summary>
    Calm,
}
