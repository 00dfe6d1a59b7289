using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>What the journal reads and writes for a whole batch, in the form that is fastest on each engine.</summary>
interface IJournalStore
{
    /// <summary>How many transactions at once make sense.</summary>
    int Lanes { get; }

    /// <summary>
    /// The conversations as they are, held against other writers until the transaction ends, and which of the messages
    /// are there already.
    /// </summary>
    /// <param name="conversations">Each once, in the order of their ids.</param>
    Task<(List<ConversationHead> Heads, List<JournalRow> Repeats)> ReadAsync(Sql sql, Id[] conversations, IReadOnlyList<Append> messages, CancellationToken ct);

    Task WriteAsync(Sql sql, IReadOnlyList<JournalRow> messages, IReadOnlyCollection<ConversationHead> heads, CancellationToken ct);
}
