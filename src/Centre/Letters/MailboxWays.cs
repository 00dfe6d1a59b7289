using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Mailboxes as rows, each with its way in. A site's first mailbox takes the way in that stood for it so far.</summary>
public sealed class MailboxWays(IdSource ids, TimeProvider time)
{
    const string Channel = "email";

    internal Id NextId() => ids.Next();

    internal static MailboxRow Fresh(Id site, Id id) => new() { Id = id, SiteId = site, Active = true, Folders = """["INBOX"]""", Acknowledges = true, Version = 1 };

    internal async Task<Id> OpenAsync(Sql sql, MailboxRow row, Id? queue)
    {
        var unused = await sql.FirstAsync<Id?>("select id from entry_points where site_id = @SiteId and channel = @channel and address = '' order by id limit 1", new { row.SiteId, channel = Channel });
        if (unused is { } there)
        {
            await sql.ExecuteAsync("update entry_points set address = @Address where id = @there", new { row.Address, there });
            await LeadAsync(sql, row with { EntryPointId = there }, queue);
            return there;
        }

        var leadsTo = queue ?? await sql.FirstAsync<Id?>("select queue_id from entry_points where site_id = @SiteId order by case when channel = @channel then 0 else 1 end, id limit 1", new { row.SiteId, channel = Channel })
            ?? await sql.FirstAsync<Id>("select id from queues order by created_at, id limit 1");
        await RequireQueueAsync(sql, leadsTo);
        var id = ids.Next();
        await sql.ExecuteAsync("insert into entry_points (id, site_id, queue_id, channel, address) values (@id, @SiteId, @leadsTo, @channel, @Address)",
            new { id, row.SiteId, leadsTo, channel = Channel, row.Address });
        return id;
    }

    internal Task InsertAsync(Sql sql, MailboxRow row) => sql.ExecuteAsync("""
        insert into mailboxes (id, site_id, entry_point_id, address, name, active, folders, incoming, incoming_secret, outgoing, outgoing_secret, plus_addressing,
            signatures, acknowledges, acknowledgements, created_at, version)
        values (@Id, @SiteId, @EntryPointId, @Address, @Name, @Active, @Folders, @Incoming, @IncomingSecret, @Outgoing, @OutgoingSecret, @PlusAddressing,
            @Signatures, @Acknowledges, @Acknowledgements, @now, @Version)
        """, Values(row));

    internal async Task<bool> UpdateAsync(Sql sql, MailboxRow row)
    {
        await sql.ExecuteAsync("update entry_points set address = @Address where id = @EntryPointId", new { row.Address, row.EntryPointId });
        return await sql.ChangesOneAsync("""
            update mailboxes set address = @Address, name = @Name, active = @Active, folders = @Folders, incoming = @Incoming, incoming_secret = @IncomingSecret,
                outgoing = @Outgoing, outgoing_secret = @OutgoingSecret, plus_addressing = @PlusAddressing, signatures = @Signatures,
                acknowledges = @Acknowledges, acknowledgements = @Acknowledgements, version = version + 1
            where id = @Id and version = @Version
            """, Values(row));
    }

    internal static async Task LeadAsync(Sql sql, MailboxRow row, Id? queue)
    {
        if (queue is { } to)
        {
            await RequireQueueAsync(sql, to);
            await sql.ExecuteAsync("update entry_points set queue_id = @to where id = @EntryPointId", new { to, row.EntryPointId });
        }
    }

    /// <summary>A site keeps a way in for letters, as it had before its first mailbox.</summary>
    internal static async Task CloseAsync(Sql sql, MailboxRow row)
    {
        await sql.ExecuteAsync("delete from mailboxes where id = @Id", new { row.Id });
        var other = await sql.FirstAsync<Id?>("select id from entry_points where site_id = @SiteId and channel = @channel and id <> @EntryPointId order by id limit 1",
            new { row.SiteId, row.EntryPointId, channel = Channel });
        if (other is null)
        {
            await sql.ExecuteAsync("update entry_points set address = '' where id = @EntryPointId", new { row.EntryPointId });
            return;
        }

        await sql.ExecuteAsync("update legs set entry_point_id = @other where entry_point_id = @EntryPointId", new { other, row.EntryPointId });
        await sql.ExecuteAsync("delete from entry_points where id = @EntryPointId", new { row.EntryPointId });
    }

    static async Task RequireQueueAsync(Sql sql, Id queue)
    {
        if (await sql.FirstAsync<long>("select count(*) from queues where id = @queue", new { queue }) == 0)
        {
            throw RefusedException.Invalid("queue", "There is no such queue.");
        }
    }

    object Values(MailboxRow row) => new
    {
        row.Id,
        row.SiteId,
        row.EntryPointId,
        row.Address,
        row.Name,
        row.Active,
        row.Folders,
        row.Incoming,
        row.IncomingSecret,
        row.Outgoing,
        row.OutgoingSecret,
        row.PlusAddressing,
        row.Signatures,
        row.Acknowledges,
        row.Acknowledgements,
        row.Version,
        now = time.GetUtcNow(),
    };
}
