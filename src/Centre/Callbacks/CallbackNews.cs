using Kanal.Centre.Conversations;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Callbacks;

/// <summary>After the commit: tells router and desks that a conversation waits for a call now, or waits no more.</summary>
public sealed class CallbackNews(Database database, ConversationNews news, Lines lines, RoutingInbox routing)
{
    /// <summary>It is in line or set aside now, whoever had it before.</summary>
    public async Task PlacedAsync(Id conversation, Line? line, Id? agentBefore)
    {
        Tell(line);
        // It may stand in line as something lighter than a call, or be in somebody's hands.
        routing.Post(new ConversationWithdrawn(conversation.Value));
        var head = await database.ReadAsync(sql => HeadAsync(sql, conversation), CancellationToken.None);
        if (head is { State: ConversationState.Queued })
        {
            await news.QueuedAsync(head, null, CancellationToken.None);
        }
        else
        {
            await news.SummaryAsync(conversation, CancellationToken.None);
        }

        await news.InHandAsync(agentBefore, CancellationToken.None);
    }

    /// <summary>The call is off, and with it the conversation where <paramref name="by"/> is given.</summary>
    public async Task CancelledAsync(Id conversation, Line line, Author? by)
    {
        Tell(line);
        if (by is { } one)
        {
            await news.EndedAsync(conversation, one, stillOwned: false, CancellationToken.None);
        }
        else
        {
            await news.SummaryAsync(conversation, CancellationToken.None);
        }
    }

    /// <summary>All attempts were in vain; the agent still owes topic and outcome.</summary>
    public Task GivenUpAsync(Id conversation, Line line)
    {
        Tell(line);
        return news.EndedAsync(conversation, Author.Agent, stillOwned: true, CancellationToken.None);
    }

    public Task ChangedAsync(Id conversation, Line? line)
    {
        Tell(line);
        return news.SummaryAsync(conversation, CancellationToken.None);
    }

    internal static Task<ConversationHead?> HeadAsync(Sql sql, Id conversation) =>
        sql.FirstAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where id = @conversation", new { conversation });

    internal static Task WithdrawOfferAsync(Sql sql, Id conversation, DateTimeOffset now) =>
        sql.ExecuteAsync("update offers set state = 'withdrawn', ended_at = @now where conversation_id = @conversation and state = 'pending'", new { conversation, now });

    void Tell(Line? line)
    {
        if (line is not null)
        {
            lines.Tell(line);
        }
    }
}
