using Kanal.Centre.Agents;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Findings;

/// <summary>Finds who waits where nobody who works here can come: one finding for each queue and what is missing there.</summary>
static class Stranded
{
    public static async Task<List<Finding>> FindAsync(Sql sql, DateTimeOffset now)
    {
        var waiting = await MatterRow.ReadAsync(sql, "c.state = 'queued'");
        if (waiting.Count == 0)
        {
            return [];
        }

        var check = new CoverageCheck(await RulesReader.ReadAsync(sql, now), (await AgentDirectory.ActiveAsync(sql)).ConvertAll(agent => agent.Profile));
        return [.. waiting
            .Select(row => (Row: row, Since: row.WaitingSince ?? row.QueuedAt ?? row.LastAt))
            .Select(one => (one.Row, one.Since, Covered: check.Of(one.Row.ToMatter(), Instant.FromDateTimeOffset(one.Since), Instant.FromDateTimeOffset(now))))
            .Where(one => one.Covered != Coverage.Covered)
            .GroupBy(one => (one.Row.QueueId, one.Covered))
            .Select(same => same.OrderBy(one => one.Row.Id).First())
            .Select(first => new Finding
            {
                Kind = first.Covered == Coverage.NobodyServes ? FindingKind.NobodyServesQueue : FindingKind.NobodyHasSkill,
                Conversation = new Id(first.Row.Id),
                Queue = new Id(first.Row.QueueId),
                Since = first.Since,
            })];
    }
}
