using Kanal.Centre.Access;
using Kanal.Centre.Conversations;
using Kanal.Centre.Customers;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Senders whose letters go to the spam at once.</summary>
public sealed class BlockedSenders(Database database, DeskFeed desk, Audit audit, IdSource ids, TimeProvider time)
{
    const int LongestReason = 300;
    const string Columns = "id, site_id as site, sender, reason, created_at as at, agent_id, who";

    public async Task<List<BlockedSender>> ListAsync(Id? site, CancellationToken ct) => (await database.ReadAsync(sql => sql.QueryAsync<Row>(
        $"select {Columns} from blocked_senders where (@all = true or site_id = @site) order by sender, id", new { site = site ?? default, all = site is null }), ct)).ConvertAll(row => row.ToSender());

    public async Task<BlockedSender> AddAsync(BlockRequest request, Caller caller, CancellationToken ct)
    {
        var reason = Words.Brief("reason", request.Reason, LongestReason);
        var sender = Sender(request.Sender);
        var row = await database.WriteAsync(async sql =>
        {
            if (await sql.FirstAsync<long>("select count(*) from sites where id = @Site", request) == 0)
            {
                throw RefusedException.Invalid("site", "There is no such site.");
            }

            await AddAsync(sql, request.Site, sender, reason, null, caller);
            return await sql.FirstAsync<Row>($"select {Columns} from blocked_senders where site_id = @Site and sender = @sender", new { request.Site, sender });
        }, ct);
        Tell();
        return row?.ToSender() ?? throw RefusedException.NotFound("blocked sender");
    }

    public async Task RemoveAsync(Id id, Caller caller, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var sender = await sql.FirstAsync<string>("select sender from blocked_senders where id = @id", new { id }) ?? throw RefusedException.NotFound("blocked sender");
            await sql.ExecuteAsync("delete from blocked_senders where id = @id", new { id });
            await audit.NoteAsync(sql, caller, "sender.unblocked", sender);
        }, ct);
        Tell();
    }

    /// <param name="conversation">From which it was done; taking that back unblocks.</param>
    internal async Task AddAsync(Sql sql, Id site, string sender, string? reason, Id? conversation, Caller caller)
    {
        await sql.ExecuteAsync("""
            insert into blocked_senders (id, site_id, sender, reason, conversation_id, agent_id, who, created_at) values (@id, @site, @sender, @reason, @conversation, @AgentId, @Name, @now)
            on conflict (site_id, sender) do nothing
            """, new { id = ids.Next(), site, sender, reason, conversation, caller.AgentId, caller.Name, now = time.GetUtcNow() });
        await audit.NoteAsync(sql, caller, "sender.blocked", sender);
    }

    internal static async Task<bool> HasAsync(Sql sql, Id site, string address) => await sql.FirstAsync<long>(
        "select count(*) from blocked_senders where site_id = @site and (sender = @address or sender = @domain)", new { site, address, domain = address[address.LastIndexOf('@')..] }) > 0;

    internal void Tell() => desk.Tell("settings", new SettingsChanged("blockedSenders"));

    static string Sender(string? given) =>
        AddressText.Email(given) ?? (given?.Trim() is ['@', ..] domain ? AddressText.Email($"x{domain}")?[1..] : null)
        ?? throw RefusedException.Invalid("sender", "This should be an email address like name@example.com, or a domain like @example.com.");

    sealed record Row
    {
        public Id Id { get; init; }
        public Id Site { get; init; }
        public string Sender { get; init; } = "";
        public string? Reason { get; init; }
        public DateTimeOffset At { get; init; }
        public Id? AgentId { get; init; }
        public string Who { get; init; } = "";

        public BlockedSender ToSender() => new(Id, Site, Sender, Reason, At, AgentId is { } agent ? new Person(agent, Who) : null);
    }
}

/// <param name="Sender">An address, or a domain with its @.</param>
/// <param name="By">Null where a program did it.</param>
public sealed record BlockedSender(Id Id, Id Site, string Sender, string? Reason, DateTimeOffset At, Person? By);

/// <param name="Sender">An address, or a domain with its @ for everyone there.</param>
public sealed record BlockRequest(Id Site, string Sender, string? Reason = null);
