using Kanal.Centre.Conversations;

namespace Kanal.Centre.Wallboards;

/// <summary>What the row of a conversation tells about the answer it waits or has waited for.</summary>
sealed record Stands : Followed
{
    public const string Select =
        "select c.id, c.site_id, c.queue_id, c.channel, c.state, c.agent_id, c.target_seconds, c.opened_at, c.waiting_since, c.answered_at, c.ended_at, c.ended_by, c.last_at from conversations c";

    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public Author? EndedBy { get; init; }
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Since when somebody came for whom no demand is kept; null where nobody did.</summary>
    public DateTimeOffset? Comes(bool cameBefore) =>
        State == ConversationState.Queued && WaitingSince is { } since ? since
        : !cameBefore ? OpenedAt
        : null;

    /// <summary>How a wait that began then has ended; null while it goes on.</summary>
    public (DateTimeOffset At, DemandEnding Ending)? EndOf(DateTimeOffset since) => this switch
    {
        { AnsweredAt: { } answered } when answered >= since => (answered, DemandEnding.Answered),
        { State: ConversationState.Planned } => (LastAt > since ? LastAt : since, DemandEnding.Withdrawn),
        { State: ConversationState.Closed or ConversationState.WrapUp, EndedAt: { } ended } => (ended, EndedBy == Author.Visitor ? DemandEnding.Abandoned : DemandEnding.Withdrawn),
        // Answered again after a new beginning: the row keeps only the first answer, so the last word must do.
        { WaitingSince: null } => (LastAt > since ? LastAt : since, DemandEnding.Answered),
        _ => null,
    };
}
