using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>Whose a conversation is. Every change of hands is one guarded update: of two who reach for it, one gets it.</summary>
public sealed class Ownership(Database database, Lines lines, ConversationNews news, TimeProvider time)
{
    /// <summary>An agent takes a conversation out of the queue.</summary>
    /// <exception cref="RefusedException"><c>already-taken</c>: somebody else was quicker.</exception>
    public async Task TakeAsync(Id conversation, Person agent, CancellationToken ct)
    {
        var (answered, line) = await database.WriteAsync(async sql =>
        {
            if (!await AssignAsync(sql, conversation, agent.Id))
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

    /// <summary>Hands a conversation to a colleague, or back to the queue where <paramref name="to"/> is null.</summary>
    public async Task TransferAsync(Id conversation, Person from, Person? to, string? note, CancellationToken ct)
    {
        var (answered, line, head) = await database.WriteAsync(async sql =>
        {
            var now = time.GetUtcNow();
            var moved = to is { } colleague
                ? await sql.ChangesOneAsync("update conversations set agent_id = @to, last_agent_id = agent_id, state = 'assigned' where id = @conversation and state in ('assigned', 'queued') and (agent_id is null or agent_id <> @to)",
                    new { conversation, to = colleague.Id })
                : await sql.ChangesOneAsync("update conversations set last_agent_id = agent_id, agent_id = null, state = 'queued', queued_at = @now where id = @conversation and state = 'assigned'",
                    new { conversation, now });
            if (!moved)
            {
                throw RefusedException.Conflict("not-transferable", "Only a conversation that is open and not yet theirs can be handed over.");
            }

            var offer = await EndOfferAsync(sql, conversation, to?.Id);
            var written = await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Transferred) { To = to, Reason = note }, from.Id, from.Name));
            return (offer, written, await sql.FirstAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where id = @conversation", new { conversation }));
        }, ct);
        lines.Tell(line);
        if (to is { } newOwner)
        {
            news.OfferAnswered(answered, conversation, newOwner.Id);
            await news.AssignedAsync(conversation, newOwner, CancellationToken.None);
            await news.InHandAsync(from.Id, CancellationToken.None);
        }
        else if (head is not null)
        {
            await news.QueuedAsync(head, from.Id, CancellationToken.None);
        }
    }

    /// <summary>An agent takes up a closed conversation again.</summary>
    public async Task ReopenAsync(Id conversation, Person agent, CancellationToken ct)
    {
        var line = await database.WriteAsync(async sql =>
            await sql.ChangesOneAsync("update conversations set state = 'assigned', agent_id = @Id, ended_at = null, closed_at = null where id = @conversation and state in ('closed', 'wrapUp')", new { conversation, agent.Id })
                ? await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Reopened), agent.Id, agent.Name))
                : throw RefusedException.Conflict("not-closed", "This conversation is open."), ct);
        lines.Tell(line);
        news.Visitor(conversation, "reopened", new { });
        await news.AssignedAsync(conversation, agent, CancellationToken.None);
    }

    internal static Task<bool> AssignAsync(Sql sql, Id conversation, Id agent) =>
        sql.ChangesOneAsync("update conversations set state = 'assigned', agent_id = @agent where id = @conversation and state = 'queued'", new { conversation, agent });

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
