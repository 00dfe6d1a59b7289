using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>Whose a conversation is. Every change of hands is one guarded update: of two who reach for it, one gets it.</summary>
public sealed class Ownership(Database database, Lines lines, ConversationNews news, TimeProvider time)
{
    /// <summary>As <see cref="Agents.Supervision.MayMoveAsync"/> saw it: what one agent sends twice at once must not happen to the next owner.</summary>
    internal const string StillTheirs = "case when state in ('assigned', 'wrapUp') then agent_id end is not distinct from @owner";

    /// <summary>An agent takes a conversation out of the queue.</summary>
    /// <exception cref="RefusedException"><c>already-taken</c>: somebody else was quicker.</exception>
    public async Task TakeAsync(Id conversation, Person agent, CancellationToken ct)
    {
        var (answered, line) = await database.WriteAsync(async sql =>
        {
            if (!await AssignAsync(sql, conversation, agent.Id, evenPlanned: true))
            {
                throw await NotTakenAsync(sql, conversation);
            }

            var offer = await EndOfferAsync(sql, conversation, agent.Id);
            return (offer, await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Assigned), agent.Id, agent.Name)));
        }, ct);
        lines.Tell(line);
        news.OfferAnswered(answered, conversation, agent.Id);
        await news.AssignedAsync(conversation, agent, CancellationToken.None);
    }

    /// <summary>Hands a conversation to a colleague, over whatever the colleague has in hand already.</summary>
    /// <param name="owner">Whose it was when it was looked who may do this; null for nobody's.</param>
    /// <exception cref="RefusedException"><c>changed-hands</c>: it is not theirs any more.</exception>
    public async Task HandToAsync(Id conversation, Person from, Id? owner, Person to, string? note, CancellationToken ct)
    {
        var (answered, line) = await database.WriteAsync(async sql =>
        {
            if (!await sql.ChangesOneAsync($"update conversations set agent_id = @Id, last_agent_id = agent_id, state = 'assigned' where id = @conversation and {StillTheirs} and state in ('assigned', 'queued', 'planned') and (agent_id is null or agent_id <> @Id)",
                new { conversation, owner, to.Id }))
            {
                throw await WhyNotAsync(sql, conversation, owner, NotTransferable());
            }

            var offer = await EndOfferAsync(sql, conversation, to.Id);
            return (offer, await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Transferred) { To = to, Reason = note }, from.Id, from.Name)));
        }, ct);
        lines.Tell(line);
        news.OfferAnswered(answered, conversation, to.Id);
        await news.AssignedAsync(conversation, to, CancellationToken.None);
        await news.InHandAsync(owner, CancellationToken.None);
    }

    /// <summary>Hands a conversation back to its queue, or on to another one.</summary>
    /// <param name="owner">Whose it was when it was looked who may do this; null for nobody's.</param>
    /// <param name="queue">Null for the queue that it came from. What waits already moves only to another one.</param>
    /// <exception cref="RefusedException"><c>changed-hands</c>: it is not theirs any more.</exception>
    public async Task HandBackAsync(Id conversation, Person from, Id? owner, Id? queue, string? note, CancellationToken ct)
    {
        var (line, head) = await database.WriteAsync(async sql =>
        {
            var was = await HeadAsync(sql, conversation) ?? throw RefusedException.NotFound("conversation");
            var to = queue ?? was.QueueId;
            var name = await sql.FirstAsync<string>("select name from queues where id = @to", new { to }) ?? throw RefusedException.Invalid("queue", "There is no such queue.");
            if (!await sql.ChangesOneAsync($"""
                update conversations set last_agent_id = coalesce(agent_id, last_agent_id), agent_id = null, state = 'queued', queue_id = @to,
                    queued_at = case when state = 'queued' then queued_at else @now end
                where id = @conversation and {StillTheirs} and (state = 'assigned' or (state = 'queued' and queue_id <> @to))
                """, new { conversation, owner, to, now = time.GetUtcNow() }))
            {
                throw await WhyNotAsync(sql, conversation, owner, NotTransferable());
            }

            await EndOfferAsync(sql, conversation, null);
            var happened = new ConversationEvent(EventType.Transferred) { Queue = new Person(to, name), Reason = note };
            var written = await lines.AddAsync(sql, conversation, Line.Of(happened, from.Id, from.Name));
            return (written, await HeadAsync(sql, conversation));
        }, ct);
        lines.Tell(line);
        if (head is not null)
        {
            // Whose it was is not asked again at once, whoever hands it back.
            await news.RequeuedAsync(head, waited: owner is null, owner ?? from.Id, CancellationToken.None);
        }
    }

    static Task<ConversationHead?> HeadAsync(Sql sql, Id conversation) =>
        sql.FirstAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where id = @conversation", new { conversation });

    static RefusedException NotTransferable() => RefusedException.Conflict("not-transferable", "Only a conversation that is open and not yet theirs can be handed over.");

    /// <summary>An agent takes up again what is closed, or what its customer has left and nobody has wrapped up yet.</summary>
    /// <param name="owner">Whose it was when it was looked who may do this; null for nobody's.</param>
    /// <exception cref="RefusedException"><c>changed-hands</c>: it is not theirs any more.</exception>
    public async Task ReopenAsync(Id conversation, Person agent, Id? owner, CancellationToken ct)
    {
        var line = await database.WriteAsync(async sql =>
            await sql.ChangesOneAsync($"update conversations set state = 'assigned', agent_id = @Id, ended_at = null, closed_at = null where id = @conversation and state in ('closed', 'wrapUp') and {StillTheirs}", new { conversation, owner, agent.Id })
                ? await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Reopened), agent.Id, agent.Name))
                : throw await WhyNotAsync(sql, conversation, owner, RefusedException.Conflict("not-closed", "This conversation is open.")), ct);
        lines.Tell(line);
        news.Visitor(conversation, "reopened", new { });
        await news.AssignedAsync(conversation, agent, CancellationToken.None);
        await news.InHandAsync(owner == agent.Id ? null : owner, CancellationToken.None);
    }

    /// <summary>Holds a conversation to the end of the caller's transaction, if it still is whose it was when it was looked who may do this.</summary>
    /// <exception cref="RefusedException"><c>changed-hands</c>: it is not theirs any more.</exception>
    internal static async Task HoldAsync(Sql sql, Id conversation, Id? owner)
    {
        if (!await sql.ChangesOneAsync($"update conversations set agent_id = agent_id where id = @conversation and {StillTheirs}", new { conversation, owner }))
        {
            throw await WhyNotAsync(sql, conversation, owner, RefusedException.NotFound("conversation"));
        }
    }

    /// <summary>Holds two conversations in the order in which everybody does, so that of two who want both nobody waits for the other in a circle.</summary>
    internal static async Task HoldInOrderAsync(Sql sql, Id one, Id other)
    {
        foreach (var conversation in new[] { one, other }.Order())
        {
            await sql.ExecuteAsync("update conversations set agent_id = agent_id where id = @conversation", new { conversation });
        }
    }

    /// <returns>Why an act that was meant for what was this owner's could not be.</returns>
    internal static async Task<RefusedException> WhyNotAsync(Sql sql, Id conversation, Id? owner, RefusedException otherwise) =>
        await sql.FirstAsync<long>($"select count(*) from conversations where id = @conversation and not ({StillTheirs})", new { conversation, owner }) == 0
            ? otherwise
            : RefusedException.Conflict("changed-hands", "This conversation changed hands in the same moment. Look whose it is now.");

    /// <param name="evenPlanned">By hand, an agent may be earlier than what was agreed on.</param>
    internal static Task<bool> AssignAsync(Sql sql, Id conversation, Id agent, bool evenPlanned = false) =>
        sql.ChangesOneAsync($"update conversations set state = 'assigned', agent_id = @agent where id = @conversation and state in ('queued'{(evenPlanned ? ", 'planned'" : "")})", new { conversation, agent });

    internal static async Task<RefusedException> NotTakenAsync(Sql sql, Id conversation) =>
        await sql.FirstAsync<string>("select state from conversations where id = @conversation", new { conversation }) is null
            ? RefusedException.NotFound("conversation")
            : RefusedException.Conflict("already-taken", "Somebody else has this conversation now.");

    /// <returns>The offer that rang at the new owner, who has answered it so.</returns>
    async Task<Id?> EndOfferAsync(Sql sql, Id conversation, Id? agent)
    {
        var answered = await sql.FirstAsync<Id?>("select id from offers where conversation_id = @conversation and agent_id = @agent and state = 'pending'", new { conversation, agent });
        await sql.ExecuteAsync("update offers set state = case when id = @answered then 'accepted' else 'withdrawn' end, ended_at = @now where conversation_id = @conversation and state = 'pending'",
            new { conversation, answered = answered?.Value ?? 0, now = time.GetUtcNow() });
        return answered;
    }
}
