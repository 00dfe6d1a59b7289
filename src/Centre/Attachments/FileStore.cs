using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Attachments;

/// <summary>
/// What people attach to a conversation: the bytes on the shelf under their id, the rest in a row. The file is on disk before its row is
/// written, so a row always has its file; a file without a row is waste, never a lie.
/// </summary>
public sealed class FileStore(Database database, FileShelf shelf, IdSource ids, TimeProvider time)
{
    /// <summary>In bytes.</summary>
    public const long Largest = FileShelf.Largest;

    /// <summary>Within one message.</summary>
    public const int Most = 10;

    const int MostInConversation = 500;

    /// <summary>The media types that are taken.</summary>
    public static IReadOnlyList<string> Types => FileShelf.Types;

    /// <summary>Keeps a file. It is on disk when this returns.</summary>
    /// <param name="content">Read once from where it stands; no more than the limit is read.</param>
    /// <param name="name">As the sender has it; what is unsafe in it is left out.</param>
    /// <param name="claimedType">What the sender says it is; only its content decides.</param>
    /// <exception cref="RefusedException"><c>file-too-large</c>, <c>file-empty</c>, <c>file-type-refused</c> or <c>too-many-files</c>.</exception>
    public async Task<FileReference> SaveAsync(Stream content, string name, string? claimedType, Id site, Id conversation, Author author, Id? agent, CancellationToken ct)
    {
        var kept = await database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from files where conversation_id = @conversation", new { conversation }), ct);
        if (kept >= MostInConversation)
        {
            throw RefusedException.Conflict("too-many-files", "This conversation has too many files already.");
        }

        var now = time.GetUtcNow();
        var id = ids.Next(now);
        var reference = await shelf.WriteAsync(id, content, name, claimedType, ct);
        await database.WriteAsync(sql => InsertAsync(sql, reference, site, conversation, author, agent, now), ct);
        return reference;
    }

    /// <summary>Takes down a file that is on the shelf already.</summary>
    internal static Task InsertAsync(Sql sql, FileReference file, Id site, Id conversation, Author author, Id? agent, DateTimeOffset now) => sql.ExecuteAsync("""
        insert into files (id, site_id, conversation_id, name, type, size, author, agent_id, created_at)
        values (@Id, @site, @conversation, @Name, @Type, @Size, @author, @agent, @now) on conflict (id) do nothing
        """, new { file.Id, site, conversation, file.Name, file.Type, file.Size, author = author.Text(), agent, now });

    /// <summary>A file of this conversation with its bytes, which the caller closes; null where there is none.</summary>
    public Task<(FileReference File, Stream Content)?> OpenAsync(Id conversation, Id file, CancellationToken ct) => OpenAsync(conversation, file, 0, null, ct);

    /// <summary>The same, for one who came in later.</summary>
    /// <param name="after">With <paramref name="since"/>: only what came with a message after this one.</param>
    /// <param name="since">Or was uploaded since; null for everything.</param>
    public async Task<(FileReference File, Stream Content)?> OpenAsync(Id conversation, Id file, long after, DateTimeOffset? since, CancellationToken ct)
    {
        var row = await database.ReadAsync(sql => sql.FirstAsync<FileRow>($"""
            select {FileRow.Columns} from files where id = @file
            and (conversation_id = @conversation or exists (select 1 from messages m where m.conversation_id = @conversation and m.files like @named)
                or exists (select 1 from letters l join messages m on m.letter_id = l.id where m.conversation_id = @conversation and l.files like @named))
            and (created_at >= @since or exists (select 1 from messages m where m.conversation_id = @conversation and m.sequence > @after and m.files like @named))
            """, new { file, conversation, after, since = since ?? DateTimeOffset.UnixEpoch, named = $"%\"{file}\"%" }), ct);
        return row is not null && shelf.Open(row.Id) is { } content ? (row.ToReference(), content) : null;
    }

    /// <summary>The files that a message names, in its order.</summary>
    /// <exception cref="RefusedException">One of them is not a file of this conversation, or there are more than a message may have.</exception>
    public async Task<IReadOnlyList<FileReference>> ReferencesAsync(Id conversation, IReadOnlyList<Id> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        if (ids.Count > Most)
        {
            throw RefusedException.Invalid("files", $"A message has at most {Most} files.");
        }

        return await database.ReadAsync(async sql =>
        {
            var references = new List<FileReference>(ids.Count);
            foreach (var id in ids.Distinct())
            {
                var row = await sql.FirstAsync<FileRow>($"select {FileRow.Columns} from files where id = @id and conversation_id = @conversation", new { id, conversation });
                references.Add(row?.ToReference() ?? throw RefusedException.Invalid("files", $"There is no file {id} in this conversation."));
            }

            return references;
        }, ct);
    }
}
