namespace Kanal.Decisions.Routing;

/// <summary>What spoke for the agent who was chosen: what set them apart from the next.</summary>
public enum ChosenFor
{
    /// <summary>The conversation was this agent's before.</summary>
    Preferred,

    /// <summary>Nobody with room had fewer of the kind.</summary>
    FewestConversations,

    /// <summary>Better at what it needs.</summary>
    BestSkill,

    /// <summary>Others can do more that nobody else can.</summary>
    FewestOtherSkills,

    /// <summary>Waited longest for something to do.</summary>
    LongestIdle,

    /// <summary>Nobody else has room; perhaps let it ring before.</summary>
    NobodyElse,

    /// <summary>Was kept free for it, since it had waited too long.</summary>
    KeptFree,
}
