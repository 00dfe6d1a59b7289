using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Who is to be there when: one row for each agent's day, changed whole.</summary>
public sealed class ShiftBook(Database database, SiteDirectory sites, Audit audit, TimeProvider time)
{
    const int MostDays = 35;
    const int MostWeeks = 26;

    static readonly Period _farthest = Period.FromYears(2);

    public async Task<ShiftWeek> ReadAsync(Site site, DateOnly from, int days, CancellationToken ct)
    {
        if (days is < 1 or > MostDays)
        {
            throw RefusedException.Invalid("days", $"This should be 1 to {MostDays}.");
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
        var (date, today) = (Dates.Of(request.Date), site.DateAt(time.GetUtcNow()));
        faults.AddIf(date < today.Minus(_farthest) || date > today.Plus(_farthest), "date", "Shifts are planned for at most two years before and after today.");
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
            await after.PutAsync(sql);
            await audit.NoteAsync(sql, caller, "shifts.changed", $"{request.Agent} {after.Date}");
            return after.ToDay();
        }, ct);
    }

    public async Task<ShiftsCopied> CopyAsync(ShiftCopy request, Caller caller, CancellationToken ct)
    {
        var site = await sites.FindAsync(request.Site, ct) ?? throw RefusedException.NotFound("site");
        var (from, to, weeks) = (Dates.Of(request.From), Dates.Of(request.To), request.Weeks ?? 1);
        var faults = new Faults();
        faults.AddIf(weeks is < 1 or > MostWeeks, "weeks", $"This should be 1 to {MostWeeks}.");
        faults.AddIf(Period.DaysBetween(from, to) is var apart && (apart % 7 != 0 || (apart > -7 * weeks && apart < 7)), "to", "This should be the same weekday in another week, so that no week is copied onto itself.");
        faults.AddIf(to.PlusDays(7 * weeks) > site.DateAt(time.GetUtcNow()).Plus(_farthest), "to", "Shifts are planned for at most two years before and after today.");
        faults.ThrowIfAny();
        var all = await sites.AllAsync(ct);
        return await database.WriteAsync(async sql =>
        {
            var week = (await ShiftRow.BetweenAsync(sql, site.Id, from, from.PlusDays(6))).FindAll(row => row.Times.Count > 0 && request.Agents?.Contains(row.AgentId) is not false);
            var there = (await ShiftRow.BetweenAsync(sql, site.Id, to, to.PlusDays((7 * weeks) - 1))).ToDictionary(row => (row.Date, row.AgentId));
            var active = (await sql.QueryAsync<Id>("select id from agents where active = true")).ToHashSet();
            var (copied, skipped) = (0, 0);
            foreach (var (row, ahead) in Enumerable.Range(0, weeks).SelectMany(week7 => week.Select(row => (row, week7))))
            {
                var date = to.PlusDays(Period.DaysBetween(from, Dates.Of(row.Date)) + (7 * ahead));
                var before = there.GetValueOrDefault((Dates.Text(date), row.AgentId));
                if (!active.Contains(row.AgentId) || (before is { Times.Count: > 0 } && !request.Replace)
                    || ShiftCheck.Overlap(WorkSpan.Of(site, row.AgentId, date, row.Times), await AroundAsync(sql, all, site, row.AgentId, date, date)) is not null)
                {
                    skipped++;
                    continue;
                }

                await (row with { Date = Dates.Text(date), Version = (before?.Version ?? 0) + 1 }).PutAsync(sql);
                copied++;
            }

            await audit.NoteAsync(sql, caller, "shifts.copied", $"{site.Id} {Dates.Text(from)} {Dates.Text(to)} {weeks}");
            return new ShiftsCopied(copied, skipped);
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
