using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Wallboards;

/// <summary>An open conversation as far as the wallboard follows it.</summary>
record Followed
{
    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public Id QueueId { get; init; }
    public string Channel { get; init; } = "";
    public ConversationState State { get; init; }
    public Id? AgentId { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public int? TargetSeconds { get; init; }

    public static Followed Of(ConversationSummary summary) => new()
    {
        Id = summary.Id,
        SiteId = summary.Site,
        QueueId = summary.Queue,
        Channel = summary.Channel,
        State = summary.State,
        AgentId = summary.Agent?.Id,
        WaitingSince = summary.WaitingSince,
        TargetSeconds = summary.TargetSeconds,
    };
}
