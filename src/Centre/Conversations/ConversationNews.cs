using Kanal.Centre.Agents;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Centre.Telemetry;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Conversations;

/// <summary>
/// After the commit: tells the router, the visitor and the desks what happened to a conversation. The router comes first, for
/// telling a desk reads the database and may fail; nobody must be forgotten in the queue for that.
/// </summary>
public sealed class ConversationNews(Feed feed, DeskFeed desk, MessageNews messages, ConversationList conversations, AgentDirectory agents, RoutingInbox routing)
{
    // Of two who read how a conversation stands, the one who reads later tells later.
    readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>A message is on disk. Called in order, once for each.</summary>
    public void Announce(Append message, Appended added)
    {
        Tally.Message(message.Author.Text());
        messages.Announce(new ToldMessage(Message.Of(message, added), new EntryAdded(message.Conversation, Entry.Of(message, added)) { Standing = Standing.Of(added.After) }) { Soon = added.After.LastAt - added.Before.LastAt < MessageOrder.Patience });
        if (message.Author == Author.Agent)
        {
            routing.Post(new AgentReplied(message.Conversation.Value));
        }
        else if (added.After.State == ConversationState.Assigned && added.Before.LastFrom != added.After.LastFrom)
        {
            routing.Post(new CustomerWrote(message.Conversation.Value));
        }
    }

    public async Task QueuedAsync(ConversationHead head, Id? notAgent, CancellationToken ct)
    {
        routing.Post(new ConversationQueued(head.Id.Value, head.QueueId.Value, head.Channel, head.SiteId.Value, Instant.FromDateTimeOffset(head.WaitingSince ?? head.QueuedAt ?? head.LastAt))
        {
            PreferredAgent = head.LastAgentId is { } last && last != notAgent ? last.Value : null,
            NotAgent = notAgent?.Value,
        });
        await SummaryAsync(head.Id, ct);
        await InHandAsync(notAgent, ct);
    }

    /// <summary>A conversation goes to another queue, or back to its own.</summary>
    /// <param name="waited">It was in a queue already: it leaves that line before it joins the other, and keeps its start of waiting.</param>
    public Task RequeuedAsync(ConversationHead head, bool waited, Id? notAgent, CancellationToken ct)
    {
        if (waited)
        {
            routing.Post(new ConversationWithdrawn(head.Id.Value));
        }

        return QueuedAsync(head, waited ? null : notAgent, ct);
    }

    public async Task AssignedAsync(Id conversation, Person agent, CancellationToken ct)
    {
        routing.Post(new ConversationTaken(conversation.Value, agent.Id.Value));
        Visitor(conversation, "assigned", new AgentHere(new PublicAgent(agent.Name)));
        await SummaryAsync(conversation, ct);
        await InHandAsync(agent.Id, ct);
    }

    /// <summary>The visitor went on before the agent had wrapped up.</summary>
    public async Task TakenUpAgainAsync(ConversationHead head, CancellationToken ct)
    {
        await SummaryAsync(head.Id, ct);
        if (head.AgentId is { } owner)
        {
            Visitor(head.Id, "assigned", new AgentHere(new PublicAgent((await agents.GetAsync(owner, ct)).Name)));
        }
    }

    /// <summary>An agent has got what rang at them without accepting the offer; their desks stop ringing.</summary>
    public void OfferAnswered(Id? offer, Id conversation, Id agent)
    {
        if (offer is { } answered)
        {
            Tally.Offer("accepted");
            desk.Tell("offerEnded", new OfferEnded(answered, conversation, OfferEnd.Accepted), agent);
        }
    }

    public async Task EndedAsync(Id conversation, Author by, bool stillOwned, CancellationToken ct)
    {
        routing.Post(stillOwned ? new WrapUpStarted(conversation.Value) : new ConversationWithdrawn(conversation.Value));

        Visitor(conversation, "closed", new Ended(by));
        await InHandAsync(await SummaryAsync(conversation, ct), ct);
    }

    /// <summary>Wrapped up after the visitor had left.</summary>
    public async Task ClosedAsync(Id conversation, CancellationToken ct)
    {
        routing.Post(new ConversationEnded(conversation.Value));
        await InHandAsync(await SummaryAsync(conversation, ct), ct);
    }

    /// <returns>Whose the conversation is or was.</returns>
    public Task<Id?> SummaryAsync(Id conversation, CancellationToken ct) => TellAsync(conversation, summary => desk.Tell("conversation", summary), ct);

    /// <summary>Another node told its own desks.</summary>
    internal Task<Id?> SummaryHereAsync(Id conversation, CancellationToken ct) => TellAsync(conversation, summary => desk.TellHere("conversation", summary), ct);

    /// <summary>An agent has more or fewer conversations in hand than before.</summary>
    public async Task InHandAsync(Id? agent, CancellationToken ct)
    {
        if (agent is { } one)
        {
            desk.Tell("presence", await agents.GetAsync(one, ct));
        }
    }

    public void Visitor(Id conversation, string name, object body) => feed.PublishEverywhere(Topic.Visitor(conversation), new Change(name, body));

    async Task<Id?> TellAsync(Id conversation, Action<ConversationSummary> tell, CancellationToken ct)
    {
        var turn = _turns[(uint)conversation.GetHashCode() % _turns.Length];
        await turn.WaitAsync(ct);
        try
        {
            var summary = await conversations.FindAsync(conversation, ct);
            if (summary is not null)
            {
                tell(summary);
            }

            return summary?.Agent?.Id;
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <summary>What a visitor learns of an agent.</summary>
public sealed record PublicAgent(string? Name);

public sealed record AgentHere(PublicAgent Agent);

public sealed record Ended(Author By);
