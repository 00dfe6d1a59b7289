using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Centre.Topics;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>What routing must know of a conversation, as the tables have it.</summary>
sealed record MatterRow
{
    public long Id { get; init; }
    public ConversationState State { get; init; }
    public long QueueId { get; init; }
    public long SiteId { get; init; }
    public string Channel { get; init; } = "";
    public string Language { get; init; } = "";
    public long? AgentId { get; init; }
    public long? LastAgentId { get; init; }
    public Author? LastFrom { get; init; }
    public DateTimeOffset LastAt { get; init; }
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public string? Routing { get; init; }
    public int? Value { get; init; }
    public int? RuleValue { get; init; }
    public int? TargetSeconds { get; init; }
    public DateTimeOffset? NotBefore { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When to call, where a call at a time is asked for.</summary>
    public CallbackTerms? Callback => (NotBefore, DueAt) is ({ } notBefore, { } due) ? new CallbackTerms(Instant.FromDateTimeOffset(notBefore), Instant.FromDateTimeOffset(due)) : null;

    public static Task<List<MatterRow>> ReadAsync(Sql sql, string which, object? with = null) => sql.QueryAsync<MatterRow>(
        $"""
        select c.id, c.state, c.queue_id, c.site_id, c.channel, c.language, c.agent_id, c.last_agent_id, c.last_from, c.last_at, c.queued_at, c.waiting_since,
            t.routing, u.value, c.value as rule_value, c.target_seconds, cb.not_before, cb.due_at
        from conversations c left join topics t on t.id = c.topic_id left join customers u on u.id = c.customer_id
            left join callbacks cb on cb.conversation_id = c.id and cb.state = 'open'
        where {which}
        """, with);

    public Matter ToMatter()
    {
        var topic = Json.To<TopicRouting>(Routing);
        return new Matter(QueueId, Channel, SiteId)
        {
            // The customer's own value counts before what a rule makes of them, and that before what they ask about.
            Value = Value ?? RuleValue ?? topic?.Value,
            Target = TargetSeconds is { } seconds ? Duration.FromSeconds(seconds) : null,
            Steps = topic?.Steps is { } steps ? RulesReader.ToSteps(steps) : null,
            Language = Language,
        };
    }

    public ConversationQueued Complete(ConversationQueued queued)
    {
        var matter = ToMatter();
        return queued with { Value = matter.Value, Target = matter.Target, Steps = matter.Steps, Language = Language, Callback = Callback };
    }

    public ConversationQueued ToQueued() => Complete(new ConversationQueued(Id, QueueId, Channel, SiteId, Instant.FromDateTimeOffset(WaitingSince ?? QueuedAt ?? LastAt)) { PreferredAgent = LastAgentId });

    public AssignedSnapshot ToAssigned(RoutingRules rules)
    {
        var idle = rules.Channels.FirstOrDefault(channel => channel.Channel == Channel)?.IdleTime ?? Duration.Zero;
        var (last, waits) = (Instant.FromDateTimeOffset(LastAt), State == ConversationState.Assigned && LastFrom == Author.Agent && idle > Duration.Zero);
        return new AssignedSnapshot(Id, AgentId ?? 0, ToMatter())
        {
            TouchedAt = last,
            WrappingUp = State == ConversationState.WrapUp,
            IdleAt = waits ? last + idle : null,
        };
    }
}
