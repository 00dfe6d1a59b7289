using Kanal.Centre.Storage;

namespace Kanal.Centre.Findings;

/// <summary>Looks in the database for what must not be. It only reads.</summary>
public static class Inspection
{
    // A moment in which somebody is just leaving or coming back is nothing to report.
    static readonly TimeSpan _grace = TimeSpan.FromMinutes(1);
    static readonly TimeSpan _longWrapUp = TimeSpan.FromMinutes(30);

    public static Task<List<Finding>> LookAsync(Database database, DateTimeOffset now, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var (lately, longAgo) = (now - _grace, now - _longWrapUp);
        return (List<Finding>)
        [
            .. await FindAsync(sql, FindingKind.WithoutOwner, """
                select id as conversation, queue_id as queue, waiting_since as since from conversations where state in ('assigned', 'wrapUp') and agent_id is null
                """, new { }),
            .. await FindAsync(sql, FindingKind.WithAbsentAgent, """
                select c.id as conversation, c.queue_id as queue, c.agent_id as agent, c.waiting_since as since from conversations c join agents a on a.id = c.agent_id
                where c.state = 'assigned' and c.waiting_since < @lately and (a.active = false or (a.presence = 'offline' and a.presence_since < @lately))
                """, new { lately }),
            .. await FindAsync(sql, FindingKind.EndlessWrapUp, """
                select id as conversation, queue_id as queue, agent_id as agent, ended_at as since from conversations where state = 'wrapUp' and ended_at < @longAgo
                """, new { longAgo }),
            .. await Stranded.FindAsync(sql, now),
        ];
    }, ct);

    static async Task<IEnumerable<Finding>> FindAsync(Sql sql, FindingKind kind, string query, object with) =>
        (await sql.QueryAsync<Found>(query, with)).Select(found => new Finding { Kind = kind, Conversation = found.Conversation, Queue = found.Queue, Agent = found.Agent, Since = found.Since });

    sealed record Found
    {
        public Id Conversation { get; init; }
        public Id? Queue { get; init; }
        public Id? Agent { get; init; }
        public DateTimeOffset? Since { get; init; }
    }
}
