using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>A conversation that rings at one agent.</summary>
public sealed record OfferView(Id Id, ConversationSummary Conversation, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, WhyChosen Why);

public enum OfferEnd
{
    Accepted,
    Declined,
    Missed,
    Withdrawn,
}

public sealed record OfferEnded(Id Id, Id Conversation, OfferEnd How);

sealed record OfferRow
{
    public Id Id { get; init; }
    public Id ConversationId { get; init; }
    public Id AgentId { get; init; }
    public long Attempt { get; init; }
    public AssignmentState State { get; init; }
    public string Why { get; init; } = "";
    public DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }

    public WhyChosen Reasons => Json.To<WhyChosen>(Why) ?? WhyChosen.Unknown;

    public Offer ToOffer() => new(ConversationId.Value, AgentId.Value, Attempt);
}
