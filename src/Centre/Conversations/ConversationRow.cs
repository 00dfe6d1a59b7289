using Kanal.Centre.Callbacks;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

sealed record ConversationRow
{
    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public string SiteName { get; init; } = "";
    public Id QueueId { get; init; }
    public ConversationState State { get; init; }
    public string Channel { get; init; } = "";
    public string Language { get; init; } = "";
    public Id? TopicId { get; init; }
    public string? TopicName { get; init; }
    public Outcome? Outcome { get; init; }
    public Id CustomerId { get; init; }
    public string? CustomerName { get; init; }
    public string? Address { get; init; }
    public string? Subject { get; init; }
    public Id? AgentId { get; init; }
    public string? AgentName { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public int? TargetSeconds { get; init; }
    public int? Value { get; init; }
    public Author? LastFrom { get; init; }
    public string? LastText { get; init; }
    public DateTimeOffset LastAt { get; init; }
    public long LastSequence { get; init; }
    public long ReadByAgent { get; init; }
    public long ReadByVisitor { get; init; }
    public string Facts { get; init; } = "{}";
    public int? Rating { get; init; }
    public string? RatingComment { get; init; }
    public string? CallNumber { get; init; }
    public CallbackKind CallKind { get; init; }
    public string CallState { get; init; } = "";
    public DateTimeOffset? CallSlotAt { get; init; }
    public DateTimeOffset CallNotBefore { get; init; }
    public int CallAttempts { get; init; }
    public bool CallOffered { get; init; }

    /// <summary>
    /// Since when an answer is owed: to one in the queue, and to one in hand who has had no word since they came, came back or were
    /// handed on waiting. A turn within a conversation that goes on is not counted, as on the wallboard.
    /// </summary>
    public DateTimeOffset? OwedSince =>
        State == ConversationState.Queued || (State == ConversationState.Assigned && (AnsweredAt is null || AnsweredAt < OpenedAt || WaitingSince <= QueuedAt)) ? WaitingSince : null;

    public ConversationSummary ToSummary(bool online) => ToSummary(online, Json.To<VisitorFacts>(Facts) ?? new VisitorFacts());

    public Conversation ToConversation(bool online, List<PageView> journey, List<Leg> legs, string draft)
    {
        var facts = Json.To<VisitorFacts>(Facts) ?? new VisitorFacts();
        return new Conversation(ToSummary(online, facts))
        {
            Facts = facts,
            Journey = journey,
            Legs = legs,
            Draft = draft,
            ReadByAgent = ReadByAgent,
            ReadByVisitor = ReadByVisitor,
            RatingComment = RatingComment,
        };
    }

    ConversationSummary ToSummary(bool online, VisitorFacts facts) => new()
    {
        Id = Id,
        Site = SiteId,
        SiteName = SiteName,
        Queue = QueueId,
        State = State,
        Channel = Channel,
        Language = Language,
        Topic = TopicId is { } topic ? new Person(topic, TopicName) : null,
        Outcome = Outcome,
        Customer = new CustomerName(CustomerId, CustomerName, Address),
        Agent = AgentId is { } agent ? new Person(agent, AgentName) : null,
        OpenedAt = OpenedAt,
        ClosedAt = ClosedAt,
        WaitingSince = WaitingSince,
        TargetSeconds = TargetSeconds,
        Value = Value,
        LastMessage = LastFrom is { } from ? new LastMessage(from, LastText ?? "", LastAt, LastSequence) : null,
        LastSequence = LastSequence,
        Unread = State == ConversationState.Closed ? 0 : Math.Max(0, LastSequence - ReadByAgent),
        VisitorOnline = online,
        Subject = Subject,
        Page = facts.Title ?? facts.Page,
        Callback = Callback()?.ToCallback() is { } callback ? callback with { TimeZone = facts.TimeZone } : null,
        Rating = Rating,
        LastAt = LastAt,
    };

    CallbackRow? Callback() => CallNumber is { } number ? new CallbackRow
    {
        Number = number,
        Kind = CallKind,
        State = CallState,
        SlotAt = CallSlotAt,
        NotBefore = CallNotBefore,
        Attempts = CallAttempts,
        Standing = State,
        Offered = CallOffered,
    } : null;
}
