using Kanal.Centre.Conversations;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Callbacks;

/// <summary>The calls themselves: begun, and how they went.</summary>
public sealed class CallAttempts(Database database, IdSource ids, Lines lines, CallbackNews news, TimeProvider time)
{
    /// <summary>A call with its attempts, for the one who makes it.</summary>
    /// <exception cref="RefusedException">This conversation has none.</exception>
    public Task<CallCard> CardAsync(Site site, Id conversation, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        var row = await CallbackRow.FindAsync(sql, conversation) ?? throw RefusedException.NotFound("callback");
        var attempts = await sql.QueryAsync<Row>("""
            select t.agent_id, a.name as agent_name, t.started_at, t.ended_at, t.outcome from call_attempts t left join agents a on a.id = t.agent_id
            where t.conversation_id = @conversation order by t.id
            """, new { conversation });
        return new CallCard(row.ToCallback(), site.Callback.Attempts, attempts.ConvertAll(one => one.ToAttempt()));
    }, ct);

    /// <summary>The agent has dialled. Dialling again while a call goes on changes nothing.</summary>
    public async Task StartAsync(Id conversation, Person agent, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            await HeldAsync(sql, conversation, agent);
            if (await UnderWayAsync(sql, conversation) is null)
            {
                await AddAsync(sql, conversation, agent, ended: null, outcome: null);
            }
        }, ct);
        await news.ChangedAsync(conversation, null);
    }

    /// <summary>How the call went: reached, to be tried again later, or given up.</summary>
    public async Task EndAsync(Site site, Id conversation, Person agent, CallOutcome outcome, CancellationToken ct)
    {
        var (line, state, again) = await database.WriteAsync(async sql =>
        {
            var now = time.GetUtcNow();
            var row = await HeldAsync(sql, conversation, agent);
            await NoteAsync(sql, conversation, agent, outcome, now);
            var next = outcome switch
            {
                CallOutcome.Reached => CallbackState.Done,
                CallOutcome.WrongNumber => CallbackState.NotReached,
                _ => row.Attempts + 1 >= site.Callback.Attempts ? CallbackState.NotReached : CallbackState.Planned,
            };
            var at = next == CallbackState.Planned ? await PlanAsync(sql, site, conversation, now) : await CloseAsync(sql, conversation, next, now);
            var happened = new ConversationEvent(EventType.Called) { Call = outcome, At = at };
            return (await lines.AddAsync(sql, conversation, Line.Of(happened, agent.Id, agent.Name)), next, at);
        }, ct);
        await (state switch
        {
            CallbackState.Planned => news.PlacedAsync(conversation, line, agent.Id),
            CallbackState.NotReached => news.GivenUpAsync(conversation, line),
            _ => news.ChangedAsync(conversation, line),
        });
    }

    static async Task<CallbackRow> HeldAsync(Sql sql, Id conversation, Person agent)
    {
        var row = await CallbackRow.FindAsync(sql, conversation) ?? throw RefusedException.NotFound("callback");
        return row switch
        {
            { IsOpen: false } => throw RefusedException.Conflict("callback-over", "This call is over or cancelled."),
            { IsHeld: false } => throw RefusedException.Conflict("not-yours", "Take the conversation first: nobody has it now."),
            _ when row.AgentId != agent.Id => throw RefusedException.Conflict("not-yours", "A colleague has this call."),
            _ => row,
        };
    }

    static Task<Id?> UnderWayAsync(Sql sql, Id conversation) =>
        sql.FirstAsync<Id?>("select id from call_attempts where conversation_id = @conversation and ended_at is null", new { conversation });

    Task<int> AddAsync(Sql sql, Id conversation, Person agent, DateTimeOffset? ended, CallOutcome? outcome) => sql.ExecuteAsync("""
        insert into call_attempts (id, conversation_id, agent_id, started_at, ended_at, outcome) values (@id, @conversation, @agent, @now, @ended, @outcome)
        """, new { id = ids.Next(), conversation, agent = agent.Id, now = time.GetUtcNow(), ended, outcome = outcome?.Text() });

    async Task NoteAsync(Sql sql, Id conversation, Person agent, CallOutcome outcome, DateTimeOffset now)
    {
        if (await UnderWayAsync(sql, conversation) is { } attempt)
        {
            await sql.ExecuteAsync("update call_attempts set ended_at = @now, outcome = @outcome where id = @attempt", new { attempt, now, outcome = outcome.Text() });
        }
        else
        {
            await AddAsync(sql, conversation, agent, now, outcome);
        }

        await sql.ExecuteAsync("update callbacks set attempts = attempts + 1 where conversation_id = @conversation", new { conversation });
    }

    // The same agent is asked first: they know what it is about.
    static async Task<DateTimeOffset?> PlanAsync(Sql sql, Site site, Id conversation, DateTimeOffset now)
    {
        var (notBefore, dueAt) = CallbackPlan.Again(site, now);
        await sql.ExecuteAsync("update callbacks set not_before = @notBefore, due_at = @dueAt, reminded_at = null where conversation_id = @conversation", new { conversation, notBefore, dueAt });
        await sql.ExecuteAsync("update conversations set state = 'planned', last_agent_id = agent_id, agent_id = null, waiting_since = null, ended_at = null where id = @conversation", new { conversation });
        return notBefore;
    }

    static async Task<DateTimeOffset?> CloseAsync(Sql sql, Id conversation, CallbackState how, DateTimeOffset now)
    {
        await CallbackRow.EndAsync(sql, conversation, how);
        await sql.ExecuteAsync(how == CallbackState.Done
            ? "update conversations set answered_at = coalesce(answered_at, @now), waiting_since = null where id = @conversation"
            : "update conversations set state = 'wrapUp', ended_at = @now, ended_by = 'agent', waiting_since = null where id = @conversation", new { conversation, now });
        return null;
    }

    sealed record Row
    {
        public Id AgentId { get; init; }
        public string? AgentName { get; init; }
        public DateTimeOffset StartedAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
        public CallOutcome? Outcome { get; init; }

        public CallAttempt ToAttempt() => new(new Person(AgentId, AgentName), StartedAt, EndedAt, Outcome);
    }
}
