using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>What happened, as one node tells the others: as much as they can't read in the database.</summary>
sealed record RoutingWord(RoutedThing What)
{
    public long Conversation { get; init; }
    public long Agent { get; init; }
    public long Number { get; init; }
    public long Queue { get; init; }
    public string? Channel { get; init; }
    public long Site { get; init; }

    /// <summary>In ticks.</summary>
    public long Since { get; init; }

    public long? Preferred { get; init; }
    public long? Not { get; init; }

    /// <returns>Null for what is a node's own, such as its timers, or is told by another word.</returns>
    public static RoutingWord? Of(RoutingEvent happened) => happened switch
    {
        ConversationQueued it => new(RoutedThing.Queued)
        {
            Conversation = it.Conversation,
            Queue = it.Queue,
            Channel = it.Channel,
            Site = it.Site,
            Since = it.WaitingSince.ToUnixTimeTicks(),
            Preferred = it.PreferredAgent,
            Not = it.NotAgent,
        },
        ConversationWithdrawn it => new(RoutedThing.Withdrawn) { Conversation = it.Conversation },
        ConversationTaken it => new(RoutedThing.Taken) { Conversation = it.Conversation, Agent = it.Agent },
        WrapUpStarted it => new(RoutedThing.WrapUp) { Conversation = it.Conversation },
        ConversationEnded it => new(RoutedThing.Ended) { Conversation = it.Conversation },
        AgentReplied it => new(RoutedThing.Replied) { Conversation = it.Conversation },
        CustomerWrote it => new(RoutedThing.Wrote) { Conversation = it.Conversation },
        OfferAccepted { Offer: var offer } => new(RoutedThing.Accepted) { Conversation = offer.Conversation, Agent = offer.Agent, Number = offer.Number },
        OfferDeclined { Offer: var offer } => new(RoutedThing.Declined) { Conversation = offer.Conversation, Agent = offer.Agent, Number = offer.Number },
        // Whoever hears of an agent reads how they stand, which is more than was changed.
        AgentPresenceChanged it => new(RoutedThing.Agent) { Agent = it.Agent },
        AgentRemoved it => new(RoutedThing.Agent) { Agent = it.Agent },
        SettingsOutdated => new(RoutedThing.Settings),
        _ => null,
    };

    public RoutingEvent ToEvent() => What switch
    {
        RoutedThing.Queued => new ConversationQueued(Conversation, Queue, Channel ?? "", Site, Instant.FromUnixTimeTicks(Since)) { PreferredAgent = Preferred, NotAgent = Not },
        RoutedThing.Withdrawn => new ConversationWithdrawn(Conversation),
        RoutedThing.Taken => new ConversationTaken(Conversation, Agent),
        RoutedThing.WrapUp => new WrapUpStarted(Conversation),
        RoutedThing.Ended => new ConversationEnded(Conversation),
        RoutedThing.Replied => new AgentReplied(Conversation),
        RoutedThing.Wrote => new CustomerWrote(Conversation),
        RoutedThing.Accepted => new OfferAccepted(new Offer(Conversation, Agent, Number)),
        RoutedThing.Declined => new OfferDeclined(new Offer(Conversation, Agent, Number)),
        RoutedThing.Agent => new AgentOutdated(Agent),
        _ => new SettingsOutdated(),
    };
}

enum RoutedThing
{
    Queued,
    Withdrawn,
    Taken,
    WrapUp,
    Ended,
    Replied,
    Wrote,
    Accepted,
    Declined,
    Agent,
    Settings,
}

/// <summary>
/// Happened where there are several nodes. Between words of two of them there is no order, so what it says of how a conversation stands is compared with
/// the database before the router believes it.
/// </summary>
sealed record HeardEvent(RoutingEvent What) : RoutingEvent;

/// <summary>An agent is otherwise than the router knows, or gone: to be read anew.</summary>
sealed record AgentOutdated(long Agent) : RoutingEvent;

/// <summary>Something may have been missed: the router begins anew from the database.</summary>
sealed record RoutingMissed : RoutingEvent;
