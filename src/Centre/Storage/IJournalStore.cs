using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>What the journal reads and writes for a whole batch, in the form that is fastest on each engine.</summary>
interface IJournalStore
{
    /// <summary>How many transactions at once make sense.</summary>
    int Lanes { get; }

    /// <summary>The conversations as they are, held against other writers until the transaction ends. Comes first.</summary>
    /// <param name="conversations">Each once, in the order of their ids.</param>
    Task<List<ConversationHead>> HoldAsync(Sql sql, Id[] conversations, CancellationToken ct);

    /// <summary>Which of the messages are there already.</summary>
    Task<List<JournalRow>> RepeatsAsync(Sql sql, IReadOnlyList<Append> messages, CancellationToken ct);

    /// <summary>Comes last.</summary>
    /// <param name="heads">The conversations as their messages leave them.</param>
    /// <param name="reopened">Those of them that a message took up again.</param>
    Task WriteAsync(Sql sql, IReadOnlyList<JournalRow> messages, IReadOnlyCollection<ConversationHead> heads, IReadOnlyCollection<ConversationHead> reopened, CancellationToken ct);

    /// <summary>Whether a write was refused because one of its messages is there already.</summary>
    bool MetRepeat(Exception trouble);
}
