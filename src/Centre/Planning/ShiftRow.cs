using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>An agent's day as the table has it.</summary>
sealed record ShiftRow
{
    public const string Select = "select s.site_id, s.agent_id, s.date, s.shifts, s.version, a.name as agent_name from planning_shifts s join agents a on a.id = s.agent_id";

    public Id SiteId { get; init; }
    public Id AgentId { get; init; }
    public string AgentName { get; init; } = "";
    public string Date { get; init; } = "";
    public string Shifts { get; init; } = "[]";
    public long Version { get; init; }

    public IReadOnlyList<ShiftTimes> Times => Json.To<List<ShiftTimes>>(Shifts) ?? [];

    /// <summary>Both days included.</summary>
    public static Task<List<ShiftRow>> BetweenAsync(Sql sql, Id site, LocalDate first, LocalDate last) =>
        sql.QueryAsync<ShiftRow>($"{Select} where s.site_id = @site and s.date >= @first and s.date <= @last order by s.date", new { site, first = Dates.Text(first), last = Dates.Text(last) });

    /// <summary>At all sites; both days included.</summary>
    public static Task<List<ShiftRow>> EverywhereAsync(Sql sql, LocalDate first, LocalDate last) =>
        sql.QueryAsync<ShiftRow>($"{Select} where s.date >= @first and s.date <= @last order by s.date", new { first = Dates.Text(first), last = Dates.Text(last) });

    public static Task<ShiftRow?> FindAsync(Sql sql, Id site, LocalDate date, Id agent) =>
        sql.FirstAsync<ShiftRow>($"{Select} where s.site_id = @site and s.date = @date and s.agent_id = @agent", new { site, date = Dates.Text(date), agent });

    public static Task PutAsync(Sql sql, IReadOnlyList<ShiftRow> rows)
    {
        var table = new BulkInsert("planning_shifts", "site_id, agent_id, date, shifts, version", "on conflict (site_id, date, agent_id) do update set shifts = excluded.shifts, version = excluded.version");
        foreach (var row in rows)
        {
            table.Add(row.SiteId, row.AgentId, row.Date, row.Shifts, row.Version);
        }

        return table.WriteAsync(sql);
    }

    public ShiftDay ToDay() => new(Dates.At(Dates.Of(Date)), Version, [.. Times.Select(shift => shift.ToShift())]);
}

/// <summary>A shift, or what lies between its breaks, as a stretch of time.</summary>
sealed record WorkSpan(Id Site, string SiteName, string Agent, Id AgentId, string Date, int From, Instant Start, Instant End)
{
    /// <summary>Whole shifts.</summary>
    public static List<WorkSpan> Of(Site site, Id agent, LocalDate date, IReadOnlyList<ShiftTimes> shifts, string name = "") =>
        [.. shifts.Select(shift => Between(site, agent, date, shift.From, shift.To, name))];

    /// <summary>What is worked, without the breaks.</summary>
    public static IEnumerable<WorkSpan> Worked(Site site, Id agent, LocalDate date, IReadOnlyList<ShiftTimes> shifts)
    {
        foreach (var shift in shifts)
        {
            var from = shift.From;
            foreach (var pause in shift.Breaks)
            {
                if (pause.From > from)
                {
                    yield return Between(site, agent, date, from, pause.From, "");
                }

                from = pause.To;
            }

            if (shift.To > from)
            {
                yield return Between(site, agent, date, from, shift.To, "");
            }
        }
    }

    static WorkSpan Between(Site site, Id agent, LocalDate date, int from, int to, string name) =>
        new(site.Id, site.Name, name, agent, Dates.Text(date), from, At(site, date, from), At(site, date, to));

    // By the clock on the wall, whatever is done to it in the night.
    static Instant At(Site site, LocalDate date, int minutes) => site.Calendar.Zone.AtLeniently(date.AtMidnight().PlusMinutes(minutes)).ToInstant();
}
