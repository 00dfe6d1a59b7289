using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>What both engines' journals and the other writers of a conversation's head say alike.</summary>
public static class JournalText
{
    public const string HeadColumns = """
        id, site_id, queue_id, state, channel, agent_id, last_agent_id, last_sequence, last_from, last_text, last_at,
        queued_at, waiting_since, answered_at, ended_at, closed_at, read_by_agent, read_by_visitor
        """;

    public const string UpdateHead = """
        update conversations set state = @State, agent_id = @AgentId, last_agent_id = @LastAgentId, last_sequence = @LastSequence,
            last_from = @LastFrom, last_text = @LastText, last_at = @LastAt, queued_at = @QueuedAt, waiting_since = @WaitingSince,
            answered_at = @AnsweredAt, ended_at = @EndedAt, closed_at = @ClosedAt, read_by_agent = @ReadByAgent, read_by_visitor = @ReadByVisitor
        where id = @Id
        """;

    public static object Row(ConversationHead head) => new
    {
        head.Id,
        State = head.State.Text(),
        head.AgentId,
        head.LastAgentId,
        head.LastSequence,
        head.LastFrom,
        head.LastText,
        head.LastAt,
        head.QueuedAt,
        head.WaitingSince,
        head.AnsweredAt,
        head.EndedAt,
        head.ClosedAt,
        head.ReadByAgent,
        head.ReadByVisitor,
    };
}
