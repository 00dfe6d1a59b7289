using System.Collections.Concurrent;
using Kanal.Centre.Live;
using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Callbacks;
using NodaTime;

namespace Kanal.Centre.Callbacks;

/// <summary>Which quarters of an hour still have room for a call, and the taking of them.</summary>
public sealed class CallbackSlots(Database database, LiveChanges changes, NodeBell bell, TimeProvider time)
{
    internal const string Outdated = "slots";

    static readonly TimeSpan _fresh = TimeSpan.FromSeconds(5);

    // Who is in no team with a queue serves them all.
    const string Serving = "from team_members m join team_queues t on t.team_id = m.team_id where m.agent_id = a.id";

    readonly ConcurrentDictionary<Id, (Site Site, DateTimeOffset ReadAt, Task<IReadOnlyList<DateTimeOffset>> Free)> _read = new();

    /// <summary>The starts of the free ones, in order. Menus ask often, so the answer may be some seconds old where the site itself has not changed; booking looks again.</summary>
    public async ValueTask<IReadOnlyList<DateTimeOffset>> FreeAsync(Site site, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (!_read.TryGetValue(site.Id, out var known) || !ReferenceEquals(known.Site, site) || now - known.ReadAt > _fresh || now < known.ReadAt || known.Free.IsFaulted)
        {
            known = _read[site.Id] = (site, now, ReadAsync(site, now));
        }

        return await known.Free.WaitAsync(ct);
    }

    /// <summary>Call after the commit of what took or freed a slot.</summary>
    public void Forget(Id site)
    {
        Drop(site);
        bell.Ring(Outdated, site);
    }

    internal void Drop(Id? site)
    {
        if (site is { } one)
        {
            _read.TryRemove(one, out _);
        }
        else
        {
            _read.Clear();
        }

        changes.Note();
    }

    /// <summary>Takes a place in a slot, inside the caller's transaction: of two who want the last one, one gets it.</summary>
    /// <exception cref="RefusedException"><c>slot-gone</c></exception>
    public static async Task TakeAsync(Sql sql, Site site, DateTimeOffset slot, DateTimeOffset now)
    {
        var most = await CapacityAsync(sql, site);
        if (!Grid(site, now).Contains(slot) || most == 0 || !await sql.ChangesOneAsync("""
            insert into callback_slots (site_id, starts_at, booked) values (@site, @slot, 1)
            on conflict (site_id, starts_at) do update set booked = callback_slots.booked + 1 where callback_slots.booked < @most
            """, new { site = site.Id, slot, most }))
        {
            throw RefusedException.Conflict("slot-gone", "This time is taken or has passed. Please choose another.");
        }
    }

    public static Task ReleaseAsync(Sql sql, Id site, DateTimeOffset slot) =>
        sql.ExecuteAsync("update callback_slots set booked = booked - 1 where site_id = @site and starts_at = @slot and booked > 0", new { site, slot });

    static IReadOnlyList<DateTimeOffset> Grid(Site site, DateTimeOffset now) =>
        [.. SlotGrid.Starts(site.Calendar, Instant.FromDateTimeOffset(now), Duration.FromMinutes(site.Callback.NoticeMinutes), site.Callback.HorizonDays)
            .Select(start => start.ToDateTimeOffset())];

    // A call takes about a third of a slot, and the line goes on meanwhile.
    static async Task<int> CapacityAsync(Sql sql, Site site) => site.Callback.PerSlot
        ?? (int)Math.Max(1, (await sql.FirstAsync<long>($"""
            select count(*) from agents a where a.active = true and (not exists (select 1 {Serving}) or exists (select 1 {Serving} and t.queue_id =
                (select e.queue_id from entry_points e where e.site_id = @site and e.channel = 'callback' order by e.id limit 1)))
            """, new { site = site.Id }) + 3) / 4);

    Task<IReadOnlyList<DateTimeOffset>> ReadAsync(Site site, DateTimeOffset now) => database.ReadAsync<IReadOnlyList<DateTimeOffset>>(async sql =>
    {
        var most = await CapacityAsync(sql, site);
        var full = (await sql.QueryAsync<long>("select starts_at from callback_slots where site_id = @site and starts_at >= @now and booked >= @most", new { site = site.Id, now, most })).ToHashSet();
        return [.. Grid(site, now).Where(start => !full.Contains(start.ToUnixTimeMilliseconds()))];
    }, CancellationToken.None);
}
