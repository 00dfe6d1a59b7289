namespace Kanal.Centre.Storage;

/// <summary>What both engines' journals say alike.</summary>
static class JournalText
{
    public const string HeadColumns = """
        id, site_id, queue_id, state, channel, agent_id, last_agent_id, last_sequence, last_from, last_text, last_at,
        queued_at, waiting_since, answered_at, ended_at, closed_at, read_by_agent, read_by_visitor
        """;

    /// <summary>What every message changes: no index of the conversations and no reference of theirs.</summary>
    public const string ChangedColumns = "last_sequence, last_from, last_text, last_at, waiting_since, answered_at, read_by_agent, read_by_visitor";

    /// <summary>What a message changes besides where it takes a conversation up again.</summary>
    public const string ReopenedColumns = "state, agent_id, last_agent_id, queued_at, ended_at, closed_at";

    public const string MessageColumns = "conversation_id, sequence, client_id, author, agent_id, channel, text, files, sent_at, letter_id";

    /// <summary>The index that has each message once, whatever the program does.</summary>
    public const string OnceByClient = "messages_by_client";

    public static long? Milliseconds(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();
}
