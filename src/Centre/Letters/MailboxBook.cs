using Kanal.Centre.Access;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>The mailboxes that are connected.</summary>
public sealed class MailboxBook(Database database, MailboxStates states, MailboxWays ways, SecretBox secrets, Audit audit, RoutingChange changes)
{
    // The queues' and entry points' lists show where letters go; both are fetched anew with them.
    static readonly string[] _kinds = ["mailboxes", "entryPoints"];

    /// <summary>Called after each change, by whichever way; must be quick.</summary>
    public event Action? Changed;

    public async Task<List<Mailbox>> ListAsync(CancellationToken ct) =>
        (await database.ReadAsync(sql => sql.QueryAsync<MailboxRow>($"{MailboxRow.Select} order by s.name, b.address, b.id"), ct)).ConvertAll(Shown);

    public async Task<Mailbox> GetAsync(Id id, CancellationToken ct) => Shown(await RowAsync(id, ct) ?? throw RefusedException.NotFound("mailbox"));

    /// <summary>What a channel needs of all that are switched on.</summary>
    public async Task<List<MailAccess>> ActiveAsync(CancellationToken ct) =>
        (await database.ReadAsync(sql => sql.QueryAsync<MailboxRow>($"{MailboxRow.Select} where b.active = true order by b.id"), ct)).ConvertAll(row => row.ToAccess(secrets));

    public async Task<MailAccess?> AccessAsync(Id id, CancellationToken ct) => (await RowAsync(id, ct))?.ToAccess(secrets);

    public async Task<Mailbox> CreateAsync(MailboxRequest request, Caller caller, CancellationToken ct)
    {
        var id = await database.WriteAsync(async sql =>
        {
            var site = request.Site is { } given && await sql.FirstAsync<long>("select count(*) from sites where id = @given", new { given }) > 0
                ? given
                : throw RefusedException.Invalid("site", "There is no such site.");
            var row = Read(request, MailboxWays.Fresh(site, ways.NextId()));
            await RefuseTakenAsync(sql, row);
            await ways.InsertAsync(sql, row with { EntryPointId = await ways.OpenAsync(sql, row, request.Queue) });
            await audit.NoteAsync(sql, caller, "mailbox.created", row.Address);
            return row.Id;
        }, ct);
        Tell();
        return await GetAsync(id, ct);
    }

    public async Task<Mailbox> ChangeAsync(Id id, MailboxRequest request, Caller caller, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var before = await RowAsync(sql, id) ?? throw RefusedException.NotFound("mailbox");
            if (request.Site is { } site && site != before.SiteId)
            {
                throw RefusedException.Invalid("site", "A mailbox stays with its site. Remove it here, then connect it there.");
            }

            var row = Read(request, before);
            await RefuseTakenAsync(sql, row);
            if ((request.Version ?? before.Version) != before.Version || !await ways.UpdateAsync(sql, row))
            {
                throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this mailbox meanwhile. Look at what it is now, then change it again.");
            }

            await MailboxWays.LeadAsync(sql, row, request.Queue);
            await audit.NoteAsync(sql, caller, "mailbox.changed", row.Address);
        }, ct);
        Tell();
        return await GetAsync(id, ct);
    }

    /// <summary>Takes a mailbox away. Its letters stay in their conversations.</summary>
    public async Task RemoveAsync(Id id, Caller caller, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            var row = await RowAsync(sql, id) ?? throw RefusedException.NotFound("mailbox");
            await MailboxWays.CloseAsync(sql, row);
            await audit.NoteAsync(sql, caller, "mailbox.removed", row.Address);
        }, ct);
        states.Forget(id);
        Tell();
    }

    /// <summary>A server has given another secret in the place of one that must not be used any more.</summary>
    public Task RenewSecretAsync(Id id, string before, string fresh, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        string? Renewed(string? kept) => Json.To<ServerSecrets>(secrets.Open(kept, MailboxRow.Purpose(id))) is { } known && known.Secret == before
            ? secrets.Seal(Json.From(known with { Secret = fresh }), MailboxRow.Purpose(id))
            : kept;
        if (await RowAsync(sql, id) is { } row)
        {
            await sql.ExecuteAsync("update mailboxes set incoming_secret = @incoming, outgoing_secret = @outgoing where id = @id", new { id, incoming = Renewed(row.IncomingSecret), outgoing = Renewed(row.OutgoingSecret) });
        }
    }, ct);

    /// <summary>A request as a channel would use it, without keeping it.</summary>
    public MailAccess Access(MailboxRequest request) => Read(request, MailboxWays.Fresh(request.Site ?? default, ways.NextId())).ToAccess(secrets);

    internal static Task<MailboxRow?> RowAsync(Sql sql, Id id) => sql.FirstAsync<MailboxRow>($"{MailboxRow.Select} where b.id = @id", new { id });

    Task<MailboxRow?> RowAsync(Id id, CancellationToken ct) => database.ReadAsync(sql => RowAsync(sql, id), ct);

    MailboxRow Read(MailboxRequest request, MailboxRow before)
    {
        var faults = new Faults();
        var row = new MailboxCheck(faults, secrets).Read(request, before);
        faults.ThrowIfAny();
        return row;
    }

    static async Task RefuseTakenAsync(Sql sql, MailboxRow row)
    {
        if (await sql.FirstAsync<long>("select count(*) from mailboxes where address = @Address and id <> @Id", new { row.Address, row.Id }) > 0)
        {
            throw new RefusedException(Refusal.Conflict, "address-taken", "This address is connected already.") { Errors = new() { ["address"] = ["This address is connected already."] } };
        }
    }

    Mailbox Shown(MailboxRow row) => row.ToMailbox(states.Of(row.Id));

    void Tell()
    {
        changes.Tell(_kinds);
        TellHere();
    }

    /// <summary>Another node has changed one.</summary>
    internal void TellHere() => Changed?.Invoke();
}
