using Kanal.Centre.Storage;

namespace Kanal.Centre.Planning;

/// <summary>Takes what is known of a queue to the one that its conversations go to.</summary>
static class PlanningMove
{
    public static async Task QueueAsync(Sql sql, Id from, Id to)
    {
        await sql.ExecuteAsync("update demands set queue_id = @to where queue_id = @from", new { from, to });
        await sql.ExecuteAsync("""
            insert into planning_history (site_id, queue_id, channel, starts_at, imported, offered, answered, in_time, abandoned, waited, answer_wait, handled, handle)
            select site_id, @to, channel, starts_at, imported, offered, answered, in_time, abandoned, waited, answer_wait, handled, handle from planning_history where queue_id = @from
            on conflict (site_id, queue_id, channel, starts_at) do update set offered = planning_history.offered + excluded.offered, answered = planning_history.answered + excluded.answered,
                in_time = planning_history.in_time + excluded.in_time, abandoned = planning_history.abandoned + excluded.abandoned, waited = planning_history.waited + excluded.waited,
                answer_wait = planning_history.answer_wait + excluded.answer_wait, handled = planning_history.handled + excluded.handled, handle = planning_history.handle + excluded.handle
            """, new { from = from.Value, to = to.Value });
        await sql.ExecuteAsync("""
            insert into planning_levels (site_id, queue_id, channel, date, held, completions, seconds)
            select site_id, @to, channel, date, held, completions, seconds from planning_levels where queue_id = @from
            on conflict (site_id, queue_id, channel, date, held) do update set completions = planning_levels.completions + excluded.completions, seconds = planning_levels.seconds + excluded.seconds
            """, new { from = from.Value, to = to.Value });
        foreach (var table in new[] { "planning_history", "planning_levels", "planning_forecasts", "planning_queues" })
        {
            await sql.ExecuteAsync($"delete from {table} where queue_id = @from", new { from });
        }
    }
}
