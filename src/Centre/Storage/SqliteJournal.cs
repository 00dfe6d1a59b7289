using Kanal.Centre.Conversations;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kanal.Centre.Storage;

/// <summary>
/// One small statement after another, each kept planned. A statement that writes many rows at once would first copy
/// every page that it touches aside, to be able to take itself back.
/// </summary>
sealed class SqliteJournal : IJournalStore
{
    readonly KnownHeads _known = new();
    Statements? _kept;
    long _version;

    // What is known is looked up where the others are held: nothing travels for either.
    public List<ConversationHead>? Remembered(Sql sql, Id[] conversations) => null;

    public Task<List<ConversationHead>> HoldAsync(Sql sql, Id[] conversations, CancellationToken ct)
    {
        var kept = Kept(sql);
        DoubtAfterOthers(kept.Version.First(row => row.Number(0)));
        var heads = new List<ConversationHead>(conversations.Length);
        foreach (var conversation in conversations)
        {
            // The writer is the only one, so reading inside its transaction is holding.
            if ((_known.Find(conversation) ?? kept.Head.With(conversation.Value).First(Head)) is { } head)
            {
                heads.Add(head);
            }
        }

        return Task.FromResult(heads);
    }

    public Task<List<JournalRow>> RepeatsAsync(Sql sql, IReadOnlyList<Append> messages, CancellationToken ct)
    {
        var kept = Kept(sql);
        var repeats = new List<JournalRow>();
        foreach (var message in messages)
        {
            var author = message.Author.Text();
            if (kept.Repeat.With(message.Conversation.Value).With(author).With(message.ClientId).First(row => row.Number(0)) is > 0 and var sequence)
            {
                repeats.Add(new() { ConversationId = message.Conversation, Sequence = sequence, ClientId = message.ClientId, Author = author });
            }
        }

        return Task.FromResult(repeats);
    }

    public Task<IReadOnlyCollection<Id>> WriteAsync(Sql sql, JournalWrite write, CancellationToken ct)
    {
        var kept = Kept(sql);
        foreach (var m in write.Messages)
        {
            kept.Insert.With(m.ConversationId.Value).With(m.Sequence).With(m.ClientId).With(m.Author).With(m.AgentId?.Value).With(m.Channel)
                .With(m.Text).With(m.Files).With(m.SentAt).With(m.LetterId?.Value).Run();
        }

        foreach (var h in write.Heads)
        {
            kept.Update.With(h.LastSequence).With(h.LastFrom).With(h.LastText).With(h.LastAt).With(h.WaitingSince).With(h.AnsweredAt)
                .With(h.ReadByAgent).With(h.ReadByVisitor).With(h.Id.Value).Run();
        }

        foreach (var h in write.Reopened)
        {
            kept.Reopen.With(h.State.Text()).With(h.AgentId?.Value).With(h.LastAgentId?.Value).With(h.QueuedAt).With(h.EndedAt).With(h.ClosedAt)
                .With(h.Id.Value).Run();
        }

        _known.Learn(write.Heads);
        return Task.FromResult<IReadOnlyCollection<Id>>([]);
    }

    // The message names the columns of the index that was met, not the index.
    public bool MetRepeat(Exception trouble) => trouble is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE };

    /// <summary>What was written since may not stay, or others write: heads are read again.</summary>
    public void Doubt() => _known.Clear();

    /// <summary>Before the connection closes: a statement that is left would keep it, and its file, open.</summary>
    public void Forget()
    {
        _kept?.Dispose();
        _kept = null;
        Doubt();
    }

    // Another process's writes change the version of the file's contents.
    void DoubtAfterOthers(long version)
    {
        if (version != _version)
        {
            Doubt();
            _version = version;
        }
    }

    Statements Kept(Sql sql) => _kept ??= new Statements((SqliteConnection)sql.Connection);

    static ConversationHead Head(SqliteStatement row) => new()
    {
        Id = new(row.Number(0)),
        SiteId = new(row.Number(1)),
        QueueId = new(row.Number(2)),
        State = Enum.Parse<ConversationState>(row.Text(3), ignoreCase: true),
        Channel = row.Text(4),
        AgentId = IdOrNull(row, 5),
        LastAgentId = IdOrNull(row, 6),
        LastSequence = row.Number(7),
        LastFrom = row.TextOrNull(8),
        LastText = row.TextOrNull(9),
        LastAt = row.Time(10),
        QueuedAt = row.TimeOrNull(11),
        WaitingSince = row.TimeOrNull(12),
        AnsweredAt = row.TimeOrNull(13),
        EndedAt = row.TimeOrNull(14),
        ClosedAt = row.TimeOrNull(15),
        ReadByAgent = row.Number(16),
        ReadByVisitor = row.Number(17),
    };

    static Id? IdOrNull(SqliteStatement row, int column) => row.NumberOrNull(column) is { } id ? new Id(id) : null;

    sealed class Statements(SqliteConnection connection) : IDisposable
    {
        // Changes when another process has written.
        public SqliteStatement Version { get; } = new(connection, "pragma data_version");

        public SqliteStatement Head { get; } = new(connection, $"select {JournalText.HeadColumns} from conversations where id = ?");

        public SqliteStatement Repeat { get; } = new(connection, "select sequence from messages where conversation_id = ? and author = ? and client_id = ?");

        public SqliteStatement Insert { get; } = new(connection, $"insert into messages ({JournalText.MessageColumns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

        public SqliteStatement Update { get; } = new(connection, $"update conversations set ({JournalText.ChangedColumns}) = (?, ?, ?, ?, ?, ?, ?, ?) where id = ?");

        public SqliteStatement Reopen { get; } = new(connection, $"update conversations set ({JournalText.ReopenedColumns}) = (?, ?, ?, ?, ?, ?) where id = ?");

        public void Dispose()
        {
            Version.Dispose();
            Head.Dispose();
            Repeat.Dispose();
            Insert.Dispose();
            Update.Dispose();
            Reopen.Dispose();
        }
    }
}
