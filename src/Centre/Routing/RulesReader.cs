using Kanal.Centre.Queues;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>What is set on screens, as the router's rules.</summary>
static class RulesReader
{
    public static async Task<RoutingRules> ReadAsync(Sql sql, DateTimeOffset now)
    {
        var choices = await RoutingSettings.ReadAsync(sql);
        var sites = await sql.QueryAsync<SiteRow>($"select {SiteRow.Columns} from sites");
        var help = (await HelpBook.NowAsync(sql, now)).ToLookup(one => one.Queue, one => one.From);
        return new RoutingRules
        {
            Channels = [.. choices.Channels.Select(ToRules)],
            Queues = (await QueueBook.RowsAsync(sql)).ConvertAll(row => ToRules(row, [.. help[row.Id]])),
            Calendars = sites.ToDictionary(site => site.Id.Value, site => site.ToSite().Calendar),
            AutoAcceptPause = Duration.FromSeconds(choices.PauseSeconds),
        };
    }

    public static SkillSteps ToSteps(IReadOnlyList<SkillWish> steps) =>
        new([.. steps.Select(step => new SkillStep([.. step.Needs.Select(need => new SkillNeed(need.Skill, need.Level))], step.Seconds is { } seconds ? Duration.FromSeconds(seconds) : null))]);

    static ChannelRules ToRules(ChannelChoice choice) => new(choice.Channel)
    {
        Weight = choice.Weight,
        Maximum = choice.Maximum,
        Interruptible = choice.Interruptible,
        IdleTime = Duration.FromMinutes(choice.IdleMinutes),
        Target = Duration.FromSeconds(choice.TargetSeconds),
        OfferTimeout = Duration.FromSeconds(choice.OfferSeconds),
        AutoAccept = choice.AutoAccept,
    };

    static QueueRules ToRules(QueueRow row, IReadOnlyList<Id> help)
    {
        var terms = row.Terms;
        return new QueueRules(row.Id.Value)
        {
            Targets = terms.Targets.ToDictionary(target => target.Channel, target => Duration.FromSeconds(target.Seconds)),
            Value = terms.Value,
            NearAt = terms.NearAt / 100.0,
            RaiseWhenNear = terms.RaiseWhenNear,
            Steps = ToSteps(terms.Steps),
            // Whoever was asked to help does so at once, whatever is set for ordinary days.
            Overflow = [.. help.Select(queue => new Overflow(Duration.Zero, queue.Value)), .. terms.Overflow.Where(overflow => !help.Contains(overflow.Queue)).Select(overflow => new Overflow(Duration.FromSeconds(overflow.AfterSeconds), overflow.Queue.Value))],
        };
    }
}
