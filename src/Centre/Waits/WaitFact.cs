using Kanal.Decisions.Routing;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>Something that bears on waits.</summary>
abstract record WaitFact;

sealed record RoutingFact(RoutingEvent Happened, Instant At) : WaitFact;

sealed record DecisionFact(RoutingAction Decided, Instant At) : WaitFact;

sealed record MenuFact(long Conversation, ShownWait Wait) : WaitFact;

sealed record PokeFact : WaitFact;

/// <summary>Facts of other nodes may have been missed.</summary>
sealed record MissedFact : WaitFact;

/// <summary>This node writes down what is promised from now on.</summary>
sealed record LeadFact : WaitFact;

/// <summary>What the router decided about a conversation in somebody's hands, as the leader tells the other nodes.</summary>
sealed record RestingWord(long Conversation, long Agent, bool Rests)
{
    public static RestingWord? Of(RoutingAction decided) => decided switch
    {
        Rest it => new(it.Conversation, it.Agent, true),
        Wake it => new(it.Conversation, it.Agent, false),
        _ => null,
    };

    public RoutingAction ToAction() => Rests ? new Rest(Conversation, Agent) : new Wake(Conversation, Agent);
}
