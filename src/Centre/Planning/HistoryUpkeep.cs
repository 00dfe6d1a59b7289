using System.Collections.Concurrent;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Keeps the history counted: all days that there are at first, and from then on those that something can still change.</summary>
public sealed class HistoryUpkeep(HistoryCounting counting, SiteDirectory sites, Database database, TimeProvider time) : IDisposable
{
    // Nobody plans by what was longer ago.
    static readonly Period _longest = Period.FromYears(3);

    // Counting a busy day takes a second or so: whoever looks again at once is shown what was counted a moment ago.
    const int RestAfter = 10;

    static readonly TimeSpan _quick = TimeSpan.FromMilliseconds(500);

    // However slow it was: what has come in the meantime is wanted.
    static readonly TimeSpan _longestRest = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<Id, Counted> _today = new();

    // Of each site its own: whoever looks at a small one does not wait for a large one's years.
    readonly ConcurrentDictionary<Id, SemaphoreSlim> _gates = new();

    /// <summary>Counts whatever is to be counted, of all sites.</summary>
    public async Task GoAsync(CancellationToken ct)
    {
        foreach (var site in await sites.AllAsync(ct))
        {
            var gate = await EnterAsync(site, ct);
            try
            {
                await CountAsync(site, ct);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    /// <summary>Counts today anew, unless that was done just now.</summary>
    public async Task FreshenAsync(Site site, CancellationToken ct)
    {
        var gate = await EnterAsync(site, ct);
        try
        {
            if (_today.TryGetValue(site.Id, out var counted) && time.GetElapsedTime(counted.At) < counted.Rest)
            {
                return;
            }

            var began = time.GetTimestamp();
            await CountAsync(site, ct);
            var took = time.GetElapsedTime(began);
            _today[site.Id] = new Counted(time.GetTimestamp(), took > _quick ? TimeSpan.FromTicks(Math.Min((took * RestAfter).Ticks, _longestRest.Ticks)) : TimeSpan.Zero);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }

    async Task<SemaphoreSlim> EnterAsync(Site site, CancellationToken ct)
    {
        var gate = _gates.GetOrAdd(site.Id, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        return gate;
    }

    async Task CountAsync(Site site, CancellationToken ct)
    {
        foreach (var date in await DueAsync(site, ct))
        {
            await counting.CountAsync(site, date, ct);
        }
    }

    /// <summary>Days that were never counted, and those of which anything has changed since.</summary>
    async Task<List<LocalDate>> DueAsync(Site site, CancellationToken ct)
    {
        var today = site.DateAt(time.GetUtcNow());
        var (known, open) = await database.ReadAsync(async sql => (
            await sql.FirstAsync<string>("select max(date) from planning_days where site_id = @Id", new { site.Id }),
            await sql.QueryAsync<OpenDay>("select date, counted_at from planning_days where site_id = @Id and settled = false order by date", new { site.Id })), ct);
        var first = known is null ? await BeginningAsync(site, today, ct) : Dates.Of(known).PlusDays(1);
        var due = new List<LocalDate>();
        foreach (var day in open)
        {
            if (await HasChangedAsync(site, day, today, ct))
            {
                due.Add(Dates.Of(day.Date));
            }
        }

        for (var date = first; date <= today; date = date.PlusDays(1))
        {
            due.Add(date);
        }

        return due;
    }

    async Task<LocalDate> BeginningAsync(Site site, LocalDate today, CancellationToken ct)
    {
        var since = await database.ReadAsync(sql => sql.FirstAsync<DateTimeOffset?>("select min(opened_at) from conversations where site_id = @Id", new { site.Id }), ct);
        return since is { } at ? LocalDate.Max(site.DateAt(at), today.Minus(_longest)) : today;
    }

    async Task<bool> HasChangedAsync(Site site, OpenDay day, LocalDate today, CancellationToken ct)
    {
        var date = Dates.Of(day.Date);
        if (date >= today.PlusDays(-1) || date.PlusDays(14) < today)
        {
            return true;
        }

        var (from, to) = (site.StartOf(date).ToDateTimeOffset(), site.StartOf(date.PlusDays(1)).ToDateTimeOffset());
        return await database.ReadAsync(sql => sql.FirstAsync<long>("""
            select count(*) from demands d join conversations c on c.id = d.conversation_id
            where d.site_id = @Id and d.since >= @from and d.since < @to and (d.ended_at is null or d.ended_at >= @CountedAt or c.last_at >= @CountedAt or c.closed_at >= @CountedAt)
            """, new { site.Id, from, to, day.CountedAt }), ct) > 0;
    }

    sealed record Counted(long At, TimeSpan Rest);

    sealed record OpenDay
    {
        public string Date { get; init; } = "";
        public DateTimeOffset CountedAt { get; init; }
    }
}
