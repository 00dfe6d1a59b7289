using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Routing;

/// <summary>Whom a conversation was offered or given to by the router, and why.</summary>
public sealed class Assignments(Database database)
{
    /// <summary>Oldest first.</summary>
    public Task<List<Assignment>> OfAsync(Id conversation, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var rows = await sql.QueryAsync<Row>("""
            select o.id, o.agent_id, a.name, o.state, o.why, o.made_at, o.expires_at, o.ended_at, o.reason
            from offers o left join agents a on a.id = o.agent_id where o.conversation_id = @conversation order by o.id
            """, new { conversation });
        return rows.ConvertAll(row => row.ToAssignment());
    }, ct);

    sealed record Row
    {
        public Id Id { get; init; }
        public Id AgentId { get; init; }
        public string? Name { get; init; }
        public AssignmentState State { get; init; }
        public string Why { get; init; } = "";
        public DateTimeOffset MadeAt { get; init; }
        public DateTimeOffset ExpiresAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
        public string? Reason { get; init; }

        public Assignment ToAssignment() => new(Id, new Person(AgentId, Name), State, MadeAt, EndedAt, Json.To<WhyChosen>(Why) ?? WhyChosen.Unknown)
        {
            Rang = ExpiresAt > MadeAt,
            Reason = Reason,
        };
    }
}

/// <summary>One agent whom a conversation was offered or given to.</summary>
/// <param name="EndedAt">Null while it rings.</param>
public sealed record Assignment(Id Id, Person Agent, AssignmentState State, DateTimeOffset MadeAt, DateTimeOffset? EndedAt, WhyChosen Why)
{
    /// <summary>False where the agent was given it without being asked.</summary>
    public bool Rang { get; init; }

    /// <summary>Why the agent declined, in their words.</summary>
    public string? Reason { get; init; }
}

public enum AssignmentState
{
    Pending,
    Accepted,
    Declined,
    Missed,
    Withdrawn,
}
