using System.Collections.Immutable;
using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Decisions.Strategy;

/// <summary>A strategy as people write it and settings keep it: plain data, ready for JSON (<see cref="StrategyJson"/>).</summary>
public sealed record StrategyDefinition
{
    /// <summary>Of this form of writing; 1 until it changes.</summary>
    public int Format { get; init; } = 1;

    public string Name { get; init; } = "";

    /// <summary>Conditions with a name, for rules that ask the same.</summary>
    public IReadOnlyDictionary<string, ConditionDefinition?> Groups { get; init; } = ImmutableDictionary<string, ConditionDefinition?>.Empty;

    /// <summary>In order; the first that holds decides. The last has no condition.</summary>
    public IReadOnlyList<RuleDefinition?> Rules { get; init; } = [];

    /// <summary>Channels of the menu that the holdout gets, in order; every one of the site's where none is named.</summary>
    public IReadOnlyList<string> Plain { get; init; } = [];

    /// <summary>What things are worth. Without it slots cost nothing, and nothing is withheld for its price.</summary>
    public EconomyDefinition? Economy { get; init; }

    public HoldoutDefinition? Holdout { get; init; }

    public InvitationLimits Invitations { get; init; } = new();
}

/// <summary>What one kind of visitor is offered.</summary>
public sealed record RuleDefinition
{
    /// <summary>Stays the same over versions: "a-z0-9-".</summary>
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Without it, everybody.</summary>
    public ConditionDefinition? When { get; init; }

    /// <summary>Channels in order, the best first.</summary>
    public IReadOnlyList<string> Offer { get; init; } = [];

    /// <summary>The one to be recommended, where it is not the first.</summary>
    public string? Recommend { get; init; }

    /// <summary>Channels that these visitors don't get, even in place of another.</summary>
    public IReadOnlyList<string> Withhold { get; init; } = [];

    /// <summary>What takes the place of somebody's time that can't be had; callback, email and the help centre unless named.</summary>
    public IReadOnlyList<string>? Otherwise { get; init; }

    /// <summary>Within how many seconds these are to be answered; the queue's own target unless named.</summary>
    public int? TargetSeconds { get; init; }

    /// <summary>Somebody's time is not offered when it takes longer than this to get it.</summary>
    public int? WaitLimitSeconds { get; init; }

    /// <summary>How much more urgent their conversations are than others: 1 to 10.</summary>
    public int Value { get; init; } = 1;

    /// <summary>By how much a conversation raises the chance that these buy (u); the economy's unless named.</summary>
    public double? Uplift { get; init; }

    /// <summary>What an answered question of these is worth in itself (s); that of the topic unless named.</summary>
    public double? SolvedValue { get; init; }

    /// <summary>Also those we don't know may use channels that are for people we know.</summary>
    public bool WelcomeStrangers { get; init; }

    public InviteDefinition? Invite { get; init; }
}

/// <summary>What things are worth, in the site's money.</summary>
public sealed record EconomyDefinition
{
    /// <summary>The margin as a share of a basket's value.</summary>
    public double MarginShare { get; init; }

    /// <summary>By how much a conversation raises the chance of an order (u), as measured.</summary>
    public double Uplift { get; init; }

    /// <summary>What an answered question is worth in itself (s); not known unless named.</summary>
    public double? SolvedValue { get; init; }

    /// <summary>The same by topic.</summary>
    public IReadOnlyDictionary<string, double> Topics { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>What a minute of waiting costs (d), in good will.</summary>
    public double WaitCostPerMinute { get; init; }

    /// <summary>What one handled contact costs, by channel.</summary>
    public IReadOnlyDictionary<string, double> Costs { get; init; } = ImmutableDictionary<string, double>.Empty;
}

/// <summary>Visitors who are left with the plain menu, so that it can be measured what the strategy changes.</summary>
public sealed record HoldoutDefinition
{
    public double Share { get; init; } = 0.1;

    /// <summary>Of the experiment: another salt, other visitors.</summary>
    public string Salt { get; init; } = "";

    /// <summary>The share of those not worth a slot who get it all the same, which keeps the measured uplift honest: at most 0.05.</summary>
    public double Admission { get; init; }
}

/// <summary>When a rule invites.</summary>
public sealed record InviteDefinition
{
    /// <summary>Signals of which one must be there.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    /// <summary>Names the invitation's text, of which the site has one for each language.</summary>
    public string Text { get; init; } = "";

    /// <summary>Seconds on the site before it may come.</summary>
    public int AfterSeconds { get; init; } = 120;

    /// <summary>The same for those who have been here before, who accept sooner.</summary>
    public int AfterSecondsReturning { get; init; } = 60;
}

/// <summary>What keeps invitations welcome, whichever rule makes them.</summary>
public sealed record InvitationLimits
{
    /// <summary>Hours without another after somebody said no.</summary>
    public double CoolDownHours { get; init; } = 24;

    /// <summary>Pages on which nobody is invited, as patterns in which * stands for anything.</summary>
    public IReadOnlyList<string> ExcludedPages { get; init; } = [];
}
