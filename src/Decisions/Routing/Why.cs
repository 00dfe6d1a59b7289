namespace Kanal.Decisions.Routing;

/// <summary>Why this agent was chosen.</summary>
/// <param name="Load">Conversations of the kind the agent had in hand.</param>
/// <param name="Maximum">How many of the kind the agent may have at once.</param>
public sealed record Why(ChosenFor Chosen, int Load, int Maximum)
{
    /// <summary>Of a state that explains nothing.</summary>
    internal static Why Untold { get; } = new(ChosenFor.NobodyElse, 0, 0);

    internal Considered? Considered { get; init; }

    /// <summary>
    /// Everybody else, each with the first reason not to be chosen; those who came closest first. Worked out only when asked for,
    /// from what was noted at the moment of the decision; from any thread.
    /// </summary>
    public IReadOnlyList<Passed> Explain() => Considered?.Explain() ?? [];
}

/// <summary>An agent who was not chosen.</summary>
/// <param name="Has">What the agent had: of the skill, in use, in hand.</param>
/// <param name="Needed">What was needed of it.</param>
/// <param name="Skill">Which skill, where it is one.</param>
public sealed record Passed(long Agent, PassedFor For, int Has = 0, int Needed = 0, string? Skill = null);

/// <summary>The first reason not to be chosen, from far off to very near.</summary>
public enum PassedFor
{
    Offline,
    OnBreak,
    InWrapUp,
    Away,
    DoesNotServeQueue,
    ChannelNotAllowed,
    SkillMissing,
    Declined,
    OnACall,
    NoUnits,
    AtMaximum,
    Ringing,

    /// <summary>Is kept free for something heavier that has waited too long.</summary>
    Reserved,

    /// <summary>Was given something without being asked a moment ago.</summary>
    JustAssigned,

    Missed,

    /// <summary>The one who was chosen had it before.</summary>
    NotPreferred,

    MoreInHand,
    LowerSkill,
    MoreOtherSkills,
    ShorterIdle,
}
