using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>What the journal reads and writes for a whole batch, in the form that is fastest on each engine.</summary>
interface IJournalStore
{
    /// <summary>The conversations as the last batches left them; null where they have to be held. Somebody may have written to them since.</summary>
    List<ConversationHead>? Remembered(Sql sql, Id[] conversations);

    /// <summary>The conversations as they are, held against other writers until the transaction ends.</summary>
    /// <param name="conversations">Each once, in the order of their ids.</param>
    Task<List<ConversationHead>> HoldAsync(Sql sql, Id[] conversations, CancellationToken ct);

    /// <summary>Which of the messages are there already.</summary>
    Task<List<JournalRow>> RepeatsAsync(Sql sql, IReadOnlyList<Append> messages, CancellationToken ct);

    /// <summary>Comes last.</summary>
    /// <returns>Conversations that were remembered and are not as they were any more: nothing of theirs was written. They are held next time.</returns>
    Task<IReadOnlyCollection<Id>> WriteAsync(Sql sql, JournalWrite write, CancellationToken ct);

    /// <summary>Whether a write was refused because one of its messages is there already.</summary>
    bool MetRepeat(Exception trouble);
}
