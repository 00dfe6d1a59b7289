namespace Kanal.Decisions.Strategy;

/// <summary>Something wrong with a strategy.</summary>
/// <param name="Place">Where, such as <c>rules[3].when.all[1].value</c>.</param>
/// <param name="Sentence">In English, for whoever uses the API; a screen has its own words for each kind.</param>
public sealed record StrategyProblem(ProblemKind Kind, string Place, string Sentence)
{
    /// <summary>The word or number that is wrong, or the rule that it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The other rule, where it is about two.</summary>
    public string? Other { get; init; }

    /// <summary>A strategy with it can't be used at all; without, it can, and may not do what was meant.</summary>
    public bool Stops => Kind < ProblemKind.NeverHolds;
}

public enum ProblemKind
{
    Unreadable,
    Missing,
    OutOfBounds,
    TooMany,
    Twice,
    UnknownFact,
    UnknownOperator,
    WrongOperator,
    WrongValue,
    OneFormNeeded,
    UnknownGroup,
    CyclicGroups,
    TooLarge,
    UnknownSignal,
    OfferedAndWithheld,

    /// <summary>The last rule must hold for everybody, so that there is always one.</summary>
    LastRuleHasCondition,

    // From here on: found by the check.

    /// <summary>What it asks for contradicts itself.</summary>
    NeverHolds,

    /// <summary>Whenever it holds an earlier rule does.</summary>
    NeverReached,

    /// <summary>Holds only at times that never come.</summary>
    TimesNeverCome,

    /// <summary>Offers somebody's time only while the site is closed.</summary>
    NeverOpen,

    /// <summary>Leaves nothing that is always there.</summary>
    MenuCouldBeEmpty,

    /// <summary>The site has no such channel.</summary>
    UnknownChannel,

    UnusedGroup,

    /// <summary>Too tangled to be checked for rules that are never reached.</summary>
    NotChecked,

    /// <summary>Asks for a fact that is never known here: switched off, or not to be known without consent.</summary>
    FactOff,

    /// <summary>Needs visitors who can be told again.</summary>
    ConsentNeeded,
}
