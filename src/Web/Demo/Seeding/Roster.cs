using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Web.Demo.World;
using NodaTime;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Who works when at the agency: the last weeks, and some to come.</summary>
sealed class Roster(Database database, AgentDirectory agents, TimeProvider time)
{
    const int WeeksBack = 5;
    const int WeeksAhead = 3;

    static readonly IReadOnlyList<Employee>?[,] _there = new IReadOnlyList<Employee>?[7, 48];

    static readonly Turn[] _turns =
    [
        new("Ioana Munteanu", "08:00", "16:00", [1, 2, 3, 4, 5], ["11:30", "12:00"]),
        new("Piotr Zieliński", "08:00", "16:00", [1, 2, 3, 4, 5], ["12:00", "12:30"]),
        new("Anders Brandt", "09:00", "17:00", [1, 2, 3, 4, 5], ["12:30", "13:00"]),
        new("Freja Lindholm", "10:00", "15:00", [1, 2, 3, 4], ["13:00", "13:30"]),
        new("Sofie Dam", "11:00", "19:00", [1, 2, 3, 4, 5], ["15:00", "15:30"]),
        new("Magda Wójcik", "12:00", "20:00", [1, 2, 3, 4, 5], ["16:00", "16:30"]),
        new("Sofie Dam", "10:00", "16:00", [6], ["13:00", "13:30"]),
        new("Magda Wójcik", "10:00", "16:00", [6], ["12:30", "13:00"]),
        new("Freja Lindholm", "10:00", "16:00", [7], ["13:00", "13:30"]),
    ];

    /// <summary>People at work in a half hour of the week, breaks not counted.</summary>
    /// <param name="weekday">1 for Monday.</param>
    public static IReadOnlyList<Employee> At(int weekday, int slot) => _there[weekday - 1, slot] ??=
        [.. _turns.Where(turn => turn.Days.Contains(weekday) && turn.Works(slot)).Select(turn => Employee.All.First(employee => employee.Name == turn.Name))];

    public async Task WriteAsync(Centre.Sites.Site site, CancellationToken ct)
    {
        var staff = (await agents.ListAsync(ct)).ToDictionary(agent => agent.Name, agent => agent.Id);
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(site.Calendar.Zone).Date;
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var rows = new BulkInsert("planning_shifts", "site_id, agent_id, date, shifts, version");
        for (var day = -7 * WeeksBack; day < 7 * WeeksAhead; day++)
        {
            var date = monday.PlusDays(day);
            foreach (var turn in _turns.Where(turn => turn.Days.Contains((int)date.DayOfWeek)))
            {
                rows.Add(site.Id, staff[turn.Name], NodaTime.Text.LocalDatePattern.Iso.Format(date), turn.Json, 1);
            }
        }

        await database.WriteAsync(rows.WriteAsync, ct);
    }

    sealed record Turn(string Name, string From, string To, int[] Days, string[] Break)
    {
        public string Json { get; } = $$"""[{"from":{{Minutes(From)}},"to":{{Minutes(To)}},"breaks":[{"from":{{Minutes(Break[0])}},"to":{{Minutes(Break[1])}}}]}]""";

        public bool Works(int slot) => slot * 30 >= Minutes(From) && slot * 30 < Minutes(To) && !(slot * 30 >= Minutes(Break[0]) && slot * 30 < Minutes(Break[1]));

        static int Minutes(string time) => (((time[0] - '0') * 10) + time[1] - '0') * 60 + ((time[3] - '0') * 10) + time[4] - '0';
    }
}
