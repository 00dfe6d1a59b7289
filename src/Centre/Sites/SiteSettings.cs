using Kanal.Centre.Access;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Hours;

namespace Kanal.Centre.Sites;

/// <summary>Makes and changes sites.</summary>
public sealed class SiteSettings(Database database, SiteDirectory sites, DeskFeed desks, Audit audit, IdSource ids, TimeProvider time)
{
    /// <param name="queue">The name of the queue that is made where there is none yet, in the installation's language: "Everyone".</param>
    public async Task<Site> CreateAsync(SiteRequest request, string queue, Caller caller, CancellationToken ct)
    {
        var site = await database.WriteAsync(async sql =>
        {
            var made = await CreateAsync(sql, request, queue);
            await audit.NoteAsync(sql, caller, "site.created", made.Id.ToString());
            return made;
        }, ct);
        Announce();
        return site;
    }

    /// <summary>
    /// Makes a site within a transaction of the caller's, who calls <see cref="Announce"/> after its commit. The site gets entry points for
    /// chat, email and callback on the oldest queue.
    /// </summary>
    public async Task<Site> CreateAsync(Sql sql, SiteRequest request, string queue)
    {
        var now = time.GetUtcNow();
        var faults = new Faults();
        var row = new SiteCheck(faults, now).Read(request, null) with { Id = ids.Next(now) };
        faults.ThrowIfAny();
        await HelpDomainCheck.RefuseTakenAsync(sql, row);
        var made = await sql.ChangesOneAsync("""
            insert into sites (id, key, name, time_zone, languages, look, texts, allowed_origins, keeps_journey, guides_pages, hours, callback, help_domain, created_at, version)
            values (@Id, @Key, @Name, @TimeZone, @Languages, @Look, @Texts, @AllowedOrigins, @KeepsJourney, @GuidesPages, @Hours, @Callback, @HelpDomain, @now, @Version)
            on conflict (key) do nothing
            """, new { row.Id, row.Key, row.Name, row.TimeZone, row.Languages, row.Look, row.Texts, row.AllowedOrigins, row.KeepsJourney, row.GuidesPages, row.Hours, row.Callback, row.HelpDomain, now, row.Version });
        if (!made)
        {
            throw KeyTaken();
        }

        // The email address follows when a mailbox is connected; until then the entry point stands for it.
        var queueId = await QueueAsync(sql, queue, now);
        await sql.ExecuteAsync("insert into entry_points (id, site_id, queue_id, channel, address) values (@id, @site, @queueId, @channel, @address)",
            new[] { (Channel: "chat", Address: row.Key), (Channel: "email", Address: ""), (Channel: "callback", Address: "") }
                .Select(point => new { id = ids.Next(now), site = row.Id, queueId, channel = point.Channel, address = point.Address }));
        return row.ToSite();
    }

    public Task<Site> ChangeAsync(Id id, SiteRequest request, Caller caller, CancellationToken ct) =>
        ChangeAsync(id, request.Version, caller, "site.changed", (faults, site, now) => new SiteCheck(faults, now).Read(request, site), ct);

    public Task<Site> ChangeHoursAsync(Id id, HoursDefinition hours, Caller caller, CancellationToken ct) =>
        ChangeAsync(id, null, caller, "site.hoursChanged", (faults, site, now) => new SiteCheck(faults, now).Read(new SiteRequest { Hours = hours }, site), ct);

    internal Task<Site> ChangeLogoAsync(Id id, string? logo, Caller caller, CancellationToken ct) =>
        ChangeAsync(id, null, caller, "site.logoChanged", (_, site, _) => SiteRow.Of(site with { Look = site.Look with { Logo = logo } }), ct);

    /// <summary>Closes at once, whatever the calendar says.</summary>
    /// <param name="until">When the calendar holds again, with an offset or in the calendar's own zone; null means until somebody opens.</param>
    public Task<Site> CloseNowAsync(Id id, string? until, string? reason, Caller caller, CancellationToken ct) =>
        ChangeAsync(id, null, caller, "site.closedNow", (faults, site, now) => SiteRow.Of(site) with { Hours = Json.From(HoursCheck.Close(faults, site.Hours, until, reason, now)) }, ct);

    public Task<Site> OpenAgainAsync(Id id, Caller caller, CancellationToken ct) =>
        ChangeAsync(id, null, caller, "site.openedAgain", (_, site, _) => SiteRow.Of(site) with { Hours = Json.From(site.Hours with { ClosedNow = null }) }, ct);

    /// <summary>Tells this node and the desks that a site was made or changed.</summary>
    public void Announce()
    {
        sites.Forget();
        desks.Tell("settings", new SettingsChanged("sites"));
    }

    async Task<Site> ChangeAsync(Id id, long? version, Caller caller, string what, Func<Faults, Site, DateTimeOffset, SiteRow> change, CancellationToken ct)
    {
        var changed = await database.WriteAsync(async sql =>
        {
            var before = (await sql.FirstAsync<SiteRow>($"select {SiteRow.Columns} from sites where id = @id", new { id }))?.ToSite() ?? throw RefusedException.NotFound("site");
            var faults = new Faults();
            var row = change(faults, before, time.GetUtcNow());
            faults.ThrowIfAny();
            if (await sql.FirstAsync<long>("select count(*) from sites where key = @Key and id <> @Id", row) > 0)
            {
                throw KeyTaken();
            }

            await HelpDomainCheck.RefuseTakenAsync(sql, row);
            var won = (version ?? before.Version) == before.Version && await sql.ChangesOneAsync("""
                update sites set key = @Key, name = @Name, time_zone = @TimeZone, languages = @Languages, look = @Look, texts = @Texts,
                    allowed_origins = @AllowedOrigins, keeps_journey = @KeepsJourney, guides_pages = @GuidesPages, hours = @Hours, callback = @Callback, help_domain = @HelpDomain, version = version + 1
                where id = @Id and version = @Version
                """, row);
            if (!won)
            {
                throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this site meanwhile. Look at what it is now, then change it again.");
            }

            await audit.NoteAsync(sql, caller, what, id.ToString());
            return (row with { Version = before.Version + 1 }).ToSite();
        }, ct);
        Announce();
        return changed;
    }

    async Task<Id> QueueAsync(Sql sql, string name, DateTimeOffset now)
    {
        if (await sql.FirstAsync<Id?>("select id from queues order by created_at, id limit 1") is { } there)
        {
            return there;
        }

        var id = ids.Next(now);
        await sql.ExecuteAsync("insert into queues (id, name, created_at) values (@id, @name, @now)", new { id, name, now });
        return id;
    }

    static RefusedException KeyTaken() => new(Refusal.Conflict, "key-taken", "Another site has this key already.") { Errors = new() { ["key"] = ["Another site has this key already."] } };
}
