using Kanal.Centre.Access;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Spam by hand: the conversation closes as that, its sender is blocked if wished, and one act takes both back.</summary>
public sealed class SpamMarks(Database database, WrapUps wrapUps, BlockedSenders blocked, Lines lines, ConversationNews news, TimeProvider time)
{
    public async Task MarkAsync(Id conversation, BlockScope? block, Mover by, Caller caller, CancellationToken ct)
    {
        var agent = by.Agent;
        var (closing, line) = await database.WriteAsync(async sql =>
        {
            await Ownership.HoldAsync(sql, conversation, by.Owner);
            var isOpen = await sql.FirstAsync<string>("select state from conversations where id = @conversation", new { conversation }) != "closed";
            var closed = isOpen ? await wrapUps.CloseAsync(sql, conversation, agent, null, Outcome.Spam, null) : null;
            await sql.ExecuteAsync("update conversations set outcome = 'spam' where id = @conversation", new { conversation });
            var site = await sql.FirstAsync<Id>("select site_id from conversations where id = @conversation", new { conversation });
            if (block is { } scope && await SenderAsync(sql, conversation) is { } sender)
            {
                await blocked.AddAsync(sql, site, scope == BlockScope.Domain ? sender[sender.LastIndexOf('@')..] : sender, null, conversation, caller);
            }

            return (closed, await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.MarkedSpam), agent.Id, agent.Name)));
        }, ct);
        if (closing is not null)
        {
            await wrapUps.TellAsync(conversation, closing);
        }

        await ToldAsync(conversation, line);
    }

    /// <exception cref="RefusedException"><c>not-spam</c>.</exception>
    public async Task UnmarkAsync(Id conversation, Caller caller, CancellationToken ct)
    {
        var agent = new Person(caller.RequireAgent(), caller.Name);
        var (line, head) = await database.WriteAsync(async sql =>
        {
            var now = time.GetUtcNow();
            if (!await sql.ChangesOneAsync("""
                update conversations set state = 'queued', outcome = null, closed_at = null, ended_at = null, agent_id = null, queued_at = @now, waiting_since = coalesce(waiting_since, @now)
                where id = @conversation and state = 'closed' and outcome = 'spam'
                """, new { conversation, now }))
            {
                throw RefusedException.Conflict("not-spam", "This conversation was not closed as spam.");
            }

            await sql.ExecuteAsync("delete from blocked_senders where conversation_id = @conversation", new { conversation });
            await sql.ExecuteAsync("update letters set spam = false where conversation_id = @conversation", new { conversation });
            var written = await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.UnmarkedSpam), agent.Id, agent.Name));
            return (written, await sql.FirstAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where id = @conversation", new { conversation }));
        }, ct);
        await ToldAsync(conversation, line);
        if (head is not null)
        {
            await news.QueuedAsync(head, null, CancellationToken.None);
        }
    }

    async Task ToldAsync(Id conversation, Line line)
    {
        lines.Tell(line);
        blocked.Tell();
        await news.SummaryAsync(conversation, CancellationToken.None);
    }

    static async Task<string?> SenderAsync(Sql sql, Id conversation) =>
        (await sql.FirstAsync<LetterRow>($"{LetterRow.Select} where l.conversation_id = @conversation and l.mine = false order by l.id desc limit 1", new { conversation }))?.Between.From?.Address;
}

/// <summary>How much of a sender is blocked.</summary>
public enum BlockScope
{
    Address,
    Domain,
}
