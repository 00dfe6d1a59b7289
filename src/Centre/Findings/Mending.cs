using Kanal.Centre.Conversations;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Findings;

/// <summary>Puts right what can only be put right in one way.</summary>
public sealed class Mending(Database database, Lines lines, ConversationNews news, RoutingInbox routing, TimeProvider time)
{
    /// <returns>False where somebody has to decide.</returns>
    internal async Task<bool> MendAsync(Finding finding, CancellationToken ct)
    {
        switch (finding.Kind)
        {
            case FindingKind.WithoutOwner or FindingKind.WithAbsentAgent:
                await RequeueAsync(finding, ct);
                return true;
            case FindingKind.UnknownToRouter when await HeadAsync(finding.Conversation, ct) is { State: ConversationState.Queued } head:
                await news.QueuedAsync(head, null, ct);
                return true;
            case FindingKind.HeldButClosed:
                routing.Post(new ConversationWithdrawn(finding.Conversation.Value));
                routing.Post(new ConversationEnded(finding.Conversation.Value));
                return true;
            default:
                return false;
        }
    }

    // Back into its queue with the wait it has had; whose it was gets it again if they come back first.
    async Task RequeueAsync(Finding finding, CancellationToken ct)
    {
        var line = await database.WriteAsync(async sql =>
            await sql.ChangesOneAsync("""
                update conversations set state = 'queued', last_agent_id = coalesce(agent_id, last_agent_id), agent_id = null, queued_at = @now
                where id = @Conversation and state = 'assigned' and coalesce(agent_id, 0) = @agent
                """, new { finding.Conversation, agent = finding.Agent?.Value ?? 0, now = time.GetUtcNow() })
                ? await lines.AddAsync(sql, finding.Conversation, Line.Of(new ConversationEvent(EventType.Queued)))
                : null, ct);
        if (line is not null && await HeadAsync(finding.Conversation, ct) is { } head)
        {
            lines.Tell(line);
            await news.QueuedAsync(head, null, CancellationToken.None);
            await news.InHandAsync(finding.Agent, CancellationToken.None);
        }
    }

    Task<ConversationHead?> HeadAsync(Id conversation, CancellationToken ct) => database.ReadAsync(sql =>
        sql.FirstAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where id = @conversation", new { conversation }), ct);
}
