using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Who is to be there when: one row for each agent's day, changed whole.</summary>
public sealed class ShiftBook(Database database, SiteDirectory sites, Audit audit, TimeProvider time)
{
    const int MostDays = 35;
    internal const int MostYears = 2;

    // What was planned long ago can be looked at for longer than it can be changed.
    const int MostYearsSeen = 10;

    public async Task<ShiftWeek> ReadAsync(Site site, DateOnly from, int days, CancellationToken ct)
    {
        if (days is < 1 or > MostDays)
        {
            throw RefusedException.Invalid("days", $"This should be 1 to {MostDays}.");
        }

        if (!from.IsNear(site.DateAt(time.GetUtcNow()), MostYearsSeen))
        {
            throw RefusedException.Invalid("from", $"This should be a day within {MostYearsSeen} years of today.");
        }

        var (rows, agents) = await database.ReadAsync(async sql => (
            await ShiftRow.BetweenAsync(sql, site.Id, Dates.Of(from), Dates.Of(from).PlusDays(days - 1)),
            await sql.QueryAsync<Worker>("select id, name, active from agents order by name, id")), ct);
        var byAgent = rows.ToLookup(row => row.AgentId);
        return new ShiftWeek(site.Id, site.TimeZone, from, days, [.. agents.Where(agent => agent.Active || byAgent[agent.Id].Any(row => row.Times.Count > 0)).Select(agent => Of(agent, [.. byAgent[agent.Id]]))]);
    }

    public async Task<ShiftDay> ChangeAsync(ShiftRequest request, Caller caller, CancellationToken ct)
    {
        var site = await sites.FindAsync(request.Site, ct) ?? throw RefusedException.NotFound("site");
        var faults = new Faults();
        var times = ShiftCheck.Read(faults, request.Shifts ?? []);
        var date = Dates.Of(request.Date);
        faults.AddIf(!request.Date.IsNear(site.DateAt(time.GetUtcNow()), MostYears), "date", "Shifts are planned for at most two years before and after today.");
        faults.ThrowIfAny();
        var all = await sites.AllAsync(ct);
        return await database.WriteAsync(async sql =>
        {
            await WorkerAsync(sql, request.Agent);
            var before = await ShiftRow.FindAsync(sql, site.Id, date, request.Agent);
            if (request.Version is { } version && version != (before?.Version ?? 0))
            {
                throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this meanwhile. Look at what it is now, then change it again.");
            }

            if (ShiftCheck.Overlap(WorkSpan.Of(site, request.Agent, date, times), await AroundAsync(sql, all, site, request.Agent, date, date)) is { } overlap)
            {
                throw RefusedException.Invalid("shifts", overlap);
            }

            var after = new ShiftRow { SiteId = site.Id, AgentId = request.Agent, Date = Dates.Text(date), Shifts = Json.From(times), Version = (before?.Version ?? 0) + 1 };
            await ShiftRow.PutAsync(sql, [after]);
            await audit.NoteAsync(sql, caller, "shifts.changed", $"{request.Agent} {after.Date}");
            return after.ToDay();
        }, ct);
    }

    /// <summary>Work of one agent that could overlap with these days, the days themselves at this site left out.</summary>
    static async Task<List<WorkSpan>> AroundAsync(Sql sql, IReadOnlyList<Site> all, Site site, Id agent, LocalDate first, LocalDate last)
    {
        var rows = await sql.QueryAsync<ShiftRow>($"{ShiftRow.Select} where s.agent_id = @agent and s.date >= @from and s.date <= @to", new { agent, from = Dates.Text(first.PlusDays(-2)), to = Dates.Text(last.PlusDays(2)) });
        return [.. rows.Where(row => row.SiteId != site.Id || Dates.Of(row.Date) < first || Dates.Of(row.Date) > last)
            .SelectMany(row => all.FirstOrDefault(one => one.Id == row.SiteId) is { } at ? WorkSpan.Of(at, agent, Dates.Of(row.Date), row.Times, row.AgentName) : [])];
    }

    static async Task WorkerAsync(Sql sql, Id agent)
    {
        if (await sql.FirstAsync<Worker>("select id, name, active from agents where id = @agent", new { agent }) is not { } worker)
        {
            throw RefusedException.Invalid("agent", "There is no such agent.");
        }

        if (!worker.Active)
        {
            throw RefusedException.Invalid("agent", $"{worker.Name} does not work here any more.");
        }
    }

    static AgentShifts Of(Worker agent, List<ShiftRow> rows) =>
        new(agent.Id, agent.Name, rows.Sum(row => row.Times.Sum(shift => shift.Worked)) / 60.0, rows.ConvertAll(row => row.ToDay()));

    sealed record Worker
    {
        public Id Id { get; init; }
        public string Name { get; init; } = "";
        public bool Active { get; init; }
    }
}
