using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>How far each folder has been taken in, and which node watches a mailbox: one at a time, the next one soon after it is gone.</summary>
public sealed class MailboxPositions(Database database, NodeLife life, TimeProvider time)
{
    /// <summary>For how long a mailbox is held that is not held again.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);

    /// <summary>Whether this node may watch the mailbox for as long as <see cref="Hold"/>.</summary>
    public async Task<bool> HoldAsync(Id mailbox, CancellationToken ct)
    {
        await life.ShowAsync(ct);
        var holder = await database.ReadAsync(sql => sql.FirstAsync<string?>("select held_by from mailboxes where id = @mailbox", new { mailbox }), ct);
        var dead = holder is null || await life.LivesAsync(holder, ct) ? null : holder;
        var now = time.GetUtcNow();
        return await database.WriteAsync(sql => sql.ChangesOneAsync(
            "update mailboxes set held_by = @me, held_until = @until where id = @mailbox and (held_by is null or held_by = @me or held_by = @dead or held_until < @now)", new { mailbox, me = life.Name, dead, now, until = now + Hold }), ct);
    }

    public Task LeaveAsync(Id mailbox, CancellationToken ct) =>
        database.WriteAsync(sql => sql.ExecuteAsync("update mailboxes set held_by = null, held_until = null where id = @mailbox and held_by = @me", new { mailbox, me = life.Name }), ct);

    /// <summary>The last that was taken; null where the folder is new to us, or was made anew.</summary>
    public Task<long?> ReadAsync(Id mailbox, string folder, long validity, CancellationToken ct) => database.ReadAsync(sql => sql.FirstAsync<long?>(
        "select uid from mailbox_folders where mailbox_id = @mailbox and folder = @folder and validity = @validity", new { mailbox, folder, validity }), ct);

    public Task MoveAsync(Id mailbox, string folder, long validity, long uid, CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync("""
        insert into mailbox_folders (mailbox_id, folder, validity, uid) select id, @folder, @validity, @uid from mailboxes where id = @mailbox
        on conflict (mailbox_id, folder) do update set validity = excluded.validity, uid = excluded.uid
        """, new { mailbox, folder, validity, uid }), ct);
}
