using Kanal.Centre.Storage;
using Kanal.Decisions.Menus;

namespace Kanal.Centre.Menus;

sealed record DecisionRow
{
    public const string Select = """
        select d.id, d.site_id, d.decided_at, d.version, d.arm, d.experiment_id, d.experiment_arm, d.rule, d.page, d.channels, d.recommended, d.invitation, d.record,
            (select min(j.conversation_id) from conversation_decisions j where j.decision_id = d.id) as conversation_id
        from decisions d
        """;

    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public DateTimeOffset DecidedAt { get; init; }
    public long Version { get; init; }
    public MenuArm Arm { get; init; }
    public Id? ExperimentId { get; init; }
    public string? ExperimentArm { get; init; }
    public string? Rule { get; init; }
    public string? Page { get; init; }
    public string Channels { get; init; } = "";
    public string Recommended { get; init; } = "";
    public InvitationStanding Invitation { get; init; }
    public string Record { get; init; } = "";
    public Id? ConversationId { get; init; }

    public MenuExperiment? Experiment => ExperimentId is { } experiment && ExperimentArm is { } arm ? new MenuExperiment(experiment, arm) : null;

    public BriefDecision ToBrief() => new(Id, SiteId, DecidedAt, Page, Rule, Version, Arm, Experiment, Channels.Split(','), Recommended, Invitation, ConversationId);
}

/// <summary>A menu that somebody was shown, in a list.</summary>
/// <param name="Rule">The id of the rule that decided; null in the holdout, where none does.</param>
/// <param name="Entries">The channels, in order.</param>
/// <param name="Conversation">The one that came of it.</param>
public sealed record BriefDecision(
    Id Id, Id Site, DateTimeOffset At, string? Page, string? Rule, long Version, MenuArm Arm, MenuExperiment? Experiment, IReadOnlyList<string> Entries, string Recommended, InvitationStanding Invitation, Id? Conversation);
