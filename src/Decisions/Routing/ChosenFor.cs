namespace Kanal.Decisions.Routing;

/// <summary>What spoke for the agent who was chosen.</summary>
public enum ChosenFor
{
    /// <summary>The conversation was this agent's before.</summary>
    Preferred,

    /// <summary>Nobody with room had fewer.</summary>
    FewestConversations,

    /// <summary>Let it ring before, but nobody else has room.</summary>
    NobodyElse,
}
