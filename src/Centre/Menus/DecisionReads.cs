using System.Text.Json;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Menus;

namespace Kanal.Centre.Menus;

/// <summary>Explains decisions that were kept.</summary>
public sealed class DecisionReads(DecisionBook book, SiteDirectory sites, StrategyShelf shelf)
{
    /// <summary>Null where it did not come from a menu, as no letter does.</summary>
    public async Task<ExplainedDecision?> OfConversationAsync(Id conversation, CancellationToken ct) => await book.OfConversationAsync(conversation, ct) is { } row ? await ExplainAsync(row, ct) : null;

    public async Task<ExplainedDecision> OneAsync(Id id, CancellationToken ct) => await ExplainAsync(await book.FindAsync(id, ct) ?? throw RefusedException.NotFound("decision"), ct);

    async Task<ExplainedDecision> ExplainAsync(DecisionRow row, CancellationToken ct)
    {
        var site = await sites.FindAsync(row.SiteId, ct) ?? throw RefusedException.NotFound("site");
        var record = DecisionRecord.From(row.Record);
        var then = await shelf.FindAsync(site, row.Version, ct);
        var today = shelf.For(site);
        // What stood before the visitor already would stay under any strategy: another version is asked as by somebody who comes anew.
        var again = (today.Version == row.Version ? record : record with { Before = null }).Replay(today.Strategy);
        return new ExplainedDecision
        {
            Id = row.Id,
            Site = row.SiteId,
            At = row.DecidedAt,
            Page = row.Page,
            Arm = row.Arm,
            Experiment = row.Experiment,
            Conversation = row.ConversationId,
            Version = row.Version,
            VersionName = then?.Strategy.Definition.Name,
            Rule = RuleOf(then, row.Rule),
            Record = JsonElement.Parse(row.Record),
            Rules = then is null ? [] : Rules(then, record),
            Today = new DecisionToday(today.Version, today.Strategy.Definition.Name, RuleOf(today, again.Rule), JsonSerializer.SerializeToElement(again, DecisionJson.Options), Same(record.Decision, again)),
        };
    }

    static DecidingRule? RuleOf(PublishedStrategy? strategy, string? rule) =>
        rule is null ? null : new DecidingRule(rule, strategy?.Strategy.Rules.FirstOrDefault(its => its.Id == rule)?.Definition.Name ?? rule);

    static List<RuleTried> Rules(PublishedStrategy then, DecisionRecord record) =>
        [.. then.Strategy.Explain(record.Question(then.Strategy.Catalogue).Facts).Zip(then.Strategy.Rules, (its, rule) => new RuleTried(its.Rule, rule.Definition.Name, its.Holds, its.Decides && record.Decision.Rule == its.Rule, its.Tests))];

    static bool Same(MenuDecision then, MenuDecision today) => then.Entries.Select(entry => (entry.Channel, entry.Recommended)).SequenceEqual(today.Entries.Select(entry => (entry.Channel, entry.Recommended)));
}

/// <summary>Why somebody saw what they saw.</summary>
public sealed record ExplainedDecision
{
    public required Id Id { get; init; }
    public required Id Site { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Page { get; init; }
    public required MenuArm Arm { get; init; }
    public MenuExperiment? Experiment { get; init; }

    /// <summary>The one that came of it.</summary>
    public Id? Conversation { get; init; }

    /// <summary>Of the strategy; 0 is the built-in one.</summary>
    public required long Version { get; init; }

    /// <summary>Null where that version can't be read any more.</summary>
    public string? VersionName { get; init; }

    /// <summary>The one that decided; null in the holdout, where none does.</summary>
    public DecidingRule? Rule { get; init; }

    /// <summary>The question, how the channels stood, and the answer, as they were kept.</summary>
    public required JsonElement Record { get; init; }

    /// <summary>How every rule of that version stands to what was known.</summary>
    public required IReadOnlyList<RuleTried> Rules { get; init; }

    /// <summary>What the version that is live now would have answered.</summary>
    public required DecisionToday Today { get; init; }
}

public sealed record DecidingRule(string Id, string Name);

/// <param name="Same">It would have been the same menu.</param>
public sealed record DecisionToday(long Version, string VersionName, DecidingRule? Rule, JsonElement Decision, bool Same);
