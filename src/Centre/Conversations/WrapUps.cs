using Kanal.Centre.Callbacks;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>How a conversation ends: by the visitor, who leaves the agent to wrap up, or by the agent with topic and outcome.</summary>
public sealed class WrapUps(Database database, Lines lines, ConversationNews news, TimeProvider time)
{
    /// <summary>The visitor is done. Ending what has ended changes nothing.</summary>
    public async Task EndByVisitorAsync(Id conversation, CancellationToken ct)
    {
        var (line, stillOwned) = await database.WriteAsync(async sql =>
        {
            var now = time.GetUtcNow();
            // One statement, so that an agent who accepts at this moment is either before it or after it.
            var ended = await sql.ChangesOneAsync("""
                update conversations set state = case when state = 'assigned' then 'wrapUp' else 'closed' end, ended_at = @now, ended_by = 'visitor',
                    closed_at = case when state = 'assigned' then closed_at else @now end, waiting_since = case when state = 'assigned' then waiting_since end,
                    outcome = case when state = 'assigned' then outcome else 'lost' end
                where id = @conversation and state in ('queued', 'planned', 'assigned')
                """, new { conversation, now });
            var owned = ended && await sql.FirstAsync<string>("select state from conversations where id = @conversation", new { conversation }) == "wrapUp";
            await WithdrawOfferAsync(sql, conversation, now);
            await CallbackRow.EndAsync(sql, conversation, CallbackState.Cancelled);
            return (ended ? await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Ended) { ByVisitor = true })) : null, owned);
        }, ct);
        if (line is not null)
        {
            lines.Tell(line);
            await news.EndedAsync(conversation, Author.Visitor, stillOwned, CancellationToken.None);
        }
    }

    /// <summary>The agent closes the conversation with what it was about and how it ended.</summary>
    /// <param name="owner">Whose it was when it was looked who may do this; null for nobody's.</param>
    /// <exception cref="RefusedException"><c>changed-hands</c>: it is not theirs any more.</exception>
    public async Task CloseAsync(Id conversation, Person agent, Id? owner, Id? topic, Outcome outcome, string? note, CancellationToken ct)
    {
        var closing = await database.WriteAsync(async sql =>
        {
            // Held from here to the end of the transaction, and told from one that is closed already.
            var theirs = await sql.ChangesOneAsync($"update conversations set agent_id = agent_id where id = @conversation and (state = 'closed' or {Ownership.StillTheirs})", new { conversation, owner });
            return theirs ? await CloseAsync(sql, conversation, agent, topic, outcome, note) : throw await Ownership.WhyNotAsync(sql, conversation, owner, RefusedException.NotFound("conversation"));
        }, ct);
        await TellAsync(conversation, closing);
    }

    /// <summary>The same as a part of something larger; <see cref="TellAsync"/> tells of it after the commit.</summary>
    internal async Task<Closing> CloseAsync(Sql sql, Id conversation, Person agent, Id? topic, Outcome outcome, string? note)
    {
        var now = time.GetUtcNow();
        var topicName = topic is { } id
            ? await sql.FirstAsync<string>("select name from topics where id = @id", new { id }) ?? throw RefusedException.Invalid("topic", "There is no such topic.")
            : null;
        var state = await sql.FirstAsync<string>("select state from conversations where id = @conversation", new { conversation }) ?? throw RefusedException.NotFound("conversation");
        if (!await sql.ChangesOneAsync(
            """
            update conversations set state = 'closed', closed_at = @now, ended_at = coalesce(ended_at, @now), waiting_since = null,
                ended_by = case when state = 'wrapUp' then coalesce(ended_by, 'visitor') else 'agent' end,
                topic_id = @topic, outcome = @outcome, agent_id = coalesce(agent_id, @agent), last_agent_id = coalesce(agent_id, @agent), read_by_agent = last_sequence
            where id = @conversation and state <> 'closed'
            """, new { conversation, now, topic, outcome = outcome.Text(), agent = agent.Id }))
        {
            throw RefusedException.Conflict("conversation-closed", "This conversation is closed already.");
        }

        await WithdrawOfferAsync(sql, conversation, now);
        await CallbackRow.EndAsync(sql, conversation, state is "assigned" or "wrapUp" ? CallbackState.Done : CallbackState.Cancelled);
        var added = new List<Line>();
        if (note is not null)
        {
            added.Add(await lines.AddAsync(sql, conversation, Line.Note(agent.Id, agent.Name, $"wrap-up-{now.ToUnixTimeMilliseconds()}", note)));
        }

        var closed = new ConversationEvent(EventType.Closed) { Topic = topicName, Outcome = outcome };
        added.Add(await lines.AddAsync(sql, conversation, Line.Of(closed, agent.Id, agent.Name)));
        return new Closing(added, state == "wrapUp");
    }

    internal async Task TellAsync(Id conversation, Closing closing)
    {
        closing.Lines.ForEach(lines.Tell);
        if (!closing.VisitorHadLeft)
        {
            await news.EndedAsync(conversation, Author.Agent, stillOwned: false, CancellationToken.None);
        }
        else
        {
            await news.ClosedAsync(conversation, CancellationToken.None);
        }
    }

    static Task<int> WithdrawOfferAsync(Sql sql, Id conversation, DateTimeOffset now) =>
        sql.ExecuteAsync("update offers set state = 'withdrawn', ended_at = @now where conversation_id = @conversation and state = 'pending'", new { conversation, now });
}

/// <param name="VisitorHadLeft">It had ended for them already.</param>
sealed record Closing(List<Line> Lines, bool VisitorHadLeft);
