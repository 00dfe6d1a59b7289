namespace Kanal.Centre.Conversations;

public enum ConversationState
{
    /// <summary>Waits in its queue for an agent.</summary>
    Queued,

    /// <summary>Set aside until a time that was agreed on; nobody waits.</summary>
    Planned,

    /// <summary>An agent's.</summary>
    Assigned,

    /// <summary>The visitor has left; the agent still owes topic and outcome.</summary>
    WrapUp,

    Closed,
}
